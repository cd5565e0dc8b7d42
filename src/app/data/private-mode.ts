import { Dexie } from 'dexie'

const probeName = 'espace-coop-probe'

/**
 * Whether this browser really keeps what is written (P39): private modes refuse IndexedDB, or forget it. Writes a row
 * and reads it back.
 */
export async function canKeepData(): Promise<boolean> {
  const probe = new Dexie(probeName)
  probe.version(1).stores({ probe: 'k' })
  try {
    await probe.table('probe').put({ k: 1 })
    const isThere = (await probe.table('probe').get(1)) !== undefined
    await probe.table('probe').clear()
    return isThere
  } catch {
    // Whatever the reason, what is written here is not kept: that is the answer.
    return false
  } finally {
    probe.close()
  }
}
