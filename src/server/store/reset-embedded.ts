import { existsSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { lockFolder } from './folder-lock.ts'

/**
 * Throws away the embedded database of a folder, and says whether there was one. Throws StoreError `folder-in-use`
 * while a process has it open. Moved aside first: stopped in the middle, it leaves no half of a database behind.
 */
export async function resetEmbedded(folder: string): Promise<boolean> {
  if (!existsSync(folder)) return false
  const lock = await lockFolder(folder, { onLost: () => undefined })
  try {
    return await dropCluster(folder)
  } finally {
    await lock.release()
  }
}

async function dropCluster(folder: string): Promise<boolean> {
  const cluster = join(folder, 'cluster')
  const dropped = join(folder, 'cluster.dropped')
  await rm(dropped, { recursive: true, force: true })
  const found = existsSync(cluster)
  if (found) await rename(cluster, dropped)
  await rm(dropped, { recursive: true, force: true })
  return found
}
