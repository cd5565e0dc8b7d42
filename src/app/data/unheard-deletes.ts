import type { CoopDatabase } from './database.ts'
import { isUnheardDelete } from './save-document.ts'

/** Forgets documents that were made and deleted before anything was sent: their undo is long over. */
export async function dropUnheardDeletes(db: CoopDatabase): Promise<void> {
  await db.report
    .where('[state+order+id]')
    .between(['deleted'], ['deleted', []])
    .filter(isUnheardDelete)
    .delete()
  await db.place.filter(isUnheardDelete).delete()
}
