import { Dexie, type Table } from 'dexie'
import type { ScopeId } from '../../domain/ids.ts'
import type { CoopDatabase, DocumentKey } from './database.ts'
import type { LocalDocument } from './local-document.ts'

/** The tables of documents: one for each collection that has lists, and one for all others. */
export function documentTables(db: CoopDatabase): Table<LocalDocument, DocumentKey>[] {
  return [db.report, db.place, db.beneficiary, db.appointment, db.model, db.other]
}

/** Visits every row of a scope, five hundred at a time: a phone must not hold them all at once. */
export async function forRowsOfScope(
  db: CoopDatabase,
  scope: ScopeId,
  visit: (rows: LocalDocument[]) => Promise<void>,
): Promise<void> {
  for (const table of documentTables(db)) {
    let after: unknown = Dexie.minKey
    for (;;) {
      const rows = await table
        .where('[scope+id]')
        .between([scope, after], [scope, Dexie.maxKey], false, true)
        .limit(pageOfRows)
        .toArray()
      if (rows.length > 0) await visit(rows)
      if (rows.length < pageOfRows) break
      after = rows.at(-1)?.id
    }
  }
}

const pageOfRows = 500

/** Every scope that something on this device belongs to, granted or not (sync.md 3.7, set-based revocation). */
export async function scopesHeld(db: CoopDatabase): Promise<Set<ScopeId>> {
  const held = new Set<ScopeId>(await db.cursor.toCollection().primaryKeys())
  const find = async (table: Table) => {
    const index = table === db.conflict ? '[scope+docId]' : '[scope+id]'
    for (let scope = await nextScope(table, index, undefined); scope;) {
      held.add(scope)
      scope = await nextScope(table, index, scope)
    }
  }
  // Every page of a pull asks this: the tables need not wait for one another.
  await Promise.all([...documentTables(db), db.outbox, db.conflict].map(find))
  return held
}

/** The first scope after another in an index: one read for each scope, however many rows it has. */
async function nextScope(
  table: Table,
  index: string,
  after: ScopeId | undefined,
): Promise<ScopeId | undefined> {
  const start = after === undefined ? [Dexie.minKey, Dexie.minKey] : [after, Dexie.maxKey]
  const row: unknown = await table.where(index).above(start).first()
  // Every table that is asked has rows with a scope, or none.
  return (row as { scope: ScopeId } | undefined)?.scope
}

/** Lower and upper bounds of a scope in an index that begins with it. */
export function boundsOf(scope: ScopeId): [lower: unknown[], upper: unknown[]] {
  return [
    [scope, Dexie.minKey],
    [scope, Dexie.maxKey],
  ]
}
