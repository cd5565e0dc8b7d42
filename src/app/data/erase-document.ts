import { opsAfterErase } from '../../domain/sync/save-rules.ts'
import type { CoopDatabase } from './database.ts'
import { deviceTools, type DeviceTools } from './device-tools.ts'
import { forgetDocuments } from './forget-documents.ts'
import { rowById } from './row-by-id.ts'
import { saveContext, type DocumentHandle } from './save-document.ts'
import { WorkingSet } from './working-set.ts'

/**
 * Erases a document for good, on this device at once and everywhere once it is sent (sync.md 3.4, decide 8): its body,
 * ops, sent log, drafts, orphans and conflicts go; the wish to erase stays until the server has heard it (I27).
 */
export async function eraseDocument(
  db: CoopDatabase,
  handle: DocumentHandle,
  tools: DeviceTools = deviceTools,
): Promise<void> {
  await db.transaction('rw', db.tables, async () => {
    const row = await rowById(db, handle)
    if (!row || row.state === 'erased') return
    const name = { ...handle, scope: row.scope }
    const set = await WorkingSet.load(db, [name])
    const document = set.get(name)
    set.set({ ...document, base: {} }, opsAfterErase(document, saveContext(handle.collection, tools)))
    await set.flush()
    await forgetDocuments(db, [name])
  })
  db.announceSave()
}
