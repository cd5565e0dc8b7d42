import type { Transaction } from 'dexie'
import type { LocalDocument } from './local-document.ts'
import { orderOf } from './local-document.ts'

/** Tables that version 2 of the database gives to collections which an older build kept aside. */
const tables: Readonly<Record<string, string>> = {
  beneficiary: 'beneficiary',
  appointment: 'appointment',
  'report-model': 'model',
}

/**
 * Moves what an older build heard of and had no table for to the tables that it has now: the cursor is past it, so no
 * pull would bring it again (sync.md I5). Running twice changes nothing.
 */
export async function adoptCollections(transaction: Transaction): Promise<void> {
  const other = transaction.table<LocalDocument>('other')
  for (const [collection, name] of Object.entries(tables)) {
    const rows = await other.where('collection').equals(collection).toArray()
    await transaction
      .table<LocalDocument>(name)
      .bulkPut(rows.map((row) => ({ ...row, order: orderOf(collection, row.body) })))
    await other.bulkDelete(rows.map(({ scope, id }) => [scope, id]))
  }
}
