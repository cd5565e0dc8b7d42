import { resolvePeople } from '../../domain/beneficiary/resolve-people.ts'
import type { ScopeId } from '../../domain/ids.ts'
import { valueAt, type JsonObject } from '../../domain/json.ts'
import { reportIn } from '../../domain/report/report-in.ts'
import { factBook, type FactBook } from '../../domain/statistics/fact-book.ts'
import { factOf } from '../../domain/statistics/fact-of.ts'
import type { CountedChange } from '../store/counted-changes.ts'
import type { GroupPost } from '../store/group-posts.ts'

/** All that can be counted of one scope. */
export interface ScopeBook extends FactBook {
  /** Names of its places of activity, by id. */
  readonly places: ReadonlyMap<string, string>
}

/** Opens the book of a scope from its documents: the same facts that its advisor's own devices count. */
export function scopeBook(
  { scope, commune }: Pick<GroupPost, 'scope' | 'commune'>,
  documents: readonly CountedChange[],
): ScopeBook {
  const of = (collection: CountedChange['collection']) =>
    documents.filter((document) => document.collection === collection)
  const places = of('place')
  const book = factBook(
    of('report').flatMap((document) => factIn(scope, document)),
    {
      identityOf: resolvePeople(
        of('beneficiary').map(({ id, state, body }) => ({
          id,
          state,
          mergedInto: textAt(body, 'mergedInto'),
        })),
      ),
      communeOfPlace: textsOf(places, 'commune'),
      communeOfScope: new Map(commune === null ? [] : [[scope, commune]]),
    },
  )
  return { ...book, places: textsOf(places, 'name') }
}

function factIn(scope: ScopeId, { id, body }: CountedChange) {
  const report = reportIn(body)
  return report ? [factOf(report, { scope, id })] : []
}

function textsOf(documents: readonly CountedChange[], field: string): Map<string, string> {
  return new Map(
    documents.flatMap(({ id, body }) => {
      const text = textAt(body, field)
      return text === undefined ? [] : [[id, text] as const]
    }),
  )
}

function textAt(body: JsonObject, field: string): string | undefined {
  const value = valueAt(body, field)
  return typeof value === 'string' ? value : undefined
}
