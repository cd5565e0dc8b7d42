import type { CoopDatabase } from './database.ts'
import type { DocumentName } from './working-set.ts'

/**
 * Takes away what the device holds of erased documents beside their rows and the outbox: sent log, orphans, conflicts,
 * drafts (I27). A sent or orphaned wish to erase stays: it holds no value, and heals a restore.
 */
export async function forgetDocuments(db: CoopDatabase, names: readonly DocumentName[]): Promise<void> {
  if (names.length === 0) return
  const pairs = names.map(({ scope, id }) => [scope, id])
  for (const table of [db.sent, db.orphan]) {
    const ops = await table.where('[scope+id]').anyOf(pairs).toArray()
    await table.bulkDelete(ops.filter((op) => op.kind !== 'erase').map((op) => op.opId))
  }
  await db.conflict.where('[scope+docId]').anyOf(pairs).delete()
  await db.draft.bulkDelete(names.map(({ id }) => id))
}
