import { tableOf, type CoopDatabase } from './database.ts'
import type { LocalDocument } from './local-document.ts'
import type { DocumentHandle } from './save-document.ts'

/** The row of a document; of a small collection, which shares its table, it is one of a few. */
export function rowById(
  db: CoopDatabase,
  { collection, id }: DocumentHandle,
): Promise<LocalDocument | undefined> {
  const table = tableOf(db, collection)
  return table === db.other
    ? table
        .where({ collection })
        .and((row) => row.id === id)
        .first()
    : table.where({ id }).first()
}
