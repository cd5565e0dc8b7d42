import type { ScopeId } from '../../domain/ids.ts'
import type { Surroundings } from '../../domain/statistics/fact-book.ts'
import type { CoopDatabase } from './database.ts'
import type { LocalDocument } from './local-document.ts'
import { resolverOfRows } from './people-of-rows.ts'
import { whereaboutsOf } from './whereabouts.ts'

/** What this device's other documents say of the people and places that its reports name. */
export async function surroundingsOf(db: CoopDatabase): Promise<Surroundings> {
  const [where, pages] = await Promise.all([whereaboutsOf(db), pagesThatTell(db)])
  return { ...where, identityOf: resolverOfRows(pages) }
}

/** The pages without which everybody would be who their id says: erased, merged, and those merged into. By indexes alone. */
async function pagesThatTell(db: CoopDatabase): Promise<LocalDocument[]> {
  const scopes = await db.cursor.toCollection().primaryKeys()
  const [merged, erased] = await Promise.all([
    db.beneficiary.where('body.mergedInto').above('').toArray(),
    Promise.all(scopes.map((scope) => erasedOf(db, scope))),
  ])
  const targets = merged.flatMap(({ body: { mergedInto } }) =>
    typeof mergedInto === 'string' ? [mergedInto] : [],
  )
  const into = await db.beneficiary.where('id').anyOf(targets).toArray()
  return [...merged, ...erased.flat(), ...into]
}

function erasedOf(db: CoopDatabase, scope: ScopeId): Promise<LocalDocument[]> {
  return db.beneficiary
    .where('[scope+state+order]')
    .between([scope, 'erased', ''], [scope, 'erased', '\uffff'], true, true)
    .toArray()
}
