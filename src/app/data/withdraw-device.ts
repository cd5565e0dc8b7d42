import type { CoopDatabase } from './database.ts'
import { readMeta, writeMeta } from './meta.ts'
import { withdrawScopes } from './withdraw-scopes.ts'

/**
 * Takes off this device all that the server has: this device was signed out from elsewhere (it may be lost), or its
 * person leaves it. What the server doesn't have stays, as orphans and drafts in the person's own database: it goes out
 * when they sign in here again. The device gets a new id then.
 */
export async function withdrawDevice(db: CoopDatabase): Promise<void> {
  await db.transaction('rw', db.tables, async () => {
    // What is told of each goes with the rest below: it is the device that is left, not a structure.
    await withdrawScopes(db, new Set(), 0)
    await db.sent.clear()
    await db.conflict.clear()
    await db.importPart.clear()
    await db.layout.clear()
    const [epoch, storeId] = [await readMeta(db, 'epoch'), await readMeta(db, 'storeId')]
    await db.meta.clear()
    if (epoch) await writeMeta(db, 'epoch', epoch)
    if (storeId) await writeMeta(db, 'storeId', storeId)
  })
}
