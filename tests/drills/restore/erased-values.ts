import type { StoredTables } from '../stored-tables.ts'
import type { DrilledDevice } from './drilled-device.ts'

/** How many tables and devices still hold a value of who was erased: must be 0 (I27). */
export async function erasedValues(
  names: readonly string[],
  tables: StoredTables,
  devices: readonly DrilledDevice[],
): Promise<number> {
  const holdsOne = (things: unknown) => {
    const text = JSON.stringify(things)
    return names.some((name) => text.includes(`"${name}"`))
  }
  const { documents, history, conflicts, decisions } = tables
  const held = [documents, history, conflicts, decisions].filter(holdsOne).length
  const all = await Promise.all(
    devices.map(({ db }) => Promise.all(db.tables.map((table) => table.toArray() as Promise<unknown[]>))),
  )
  return held + all.filter(holdsOne).length
}
