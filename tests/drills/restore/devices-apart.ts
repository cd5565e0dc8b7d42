import { documentTables } from '../../../src/app/data/document-tables.ts'
import { sameJson, type JsonObject } from '../../../src/domain/json.ts'
import type { StoredTables } from '../stored-tables.ts'
import type { DrilledDevice } from './drilled-device.ts'

/** Devices that don't hold exactly what the server has of their scopes, or that still have something to send (I7). */
export async function devicesApart(
  devices: readonly DrilledDevice[],
  tables: StoredTables,
): Promise<string[]> {
  const byScope = new Map<string, StoredTables['documents']>()
  for (const document of tables.documents)
    byScope.set(document.scope_id, [...(byScope.get(document.scope_id) ?? []), document])
  const apart: string[] = []
  for (const device of devices) {
    const expected = device.parts.scopes.flatMap((scope) => byScope.get(scope) ?? [])
    const reason = await differs(device, expected, tables)
    if (reason) apart.push(`${device.name}: ${reason}`)
  }
  return apart
}

async function differs(
  { db, parts }: DrilledDevice,
  expected: StoredTables['documents'],
  tables: StoredTables,
): Promise<string | undefined> {
  const waiting = (await db.outbox.toArray()).filter(({ rejected }) => !rejected).length
  if (waiting > 0) return `${waiting} ops wait`
  const rows = (await Promise.all(documentTables(db).map((table) => table.toArray()))).flat()
  const held = new Map(rows.filter(({ server }) => server).map((row) => [String(row.id), row]))
  if (held.size !== expected.length) return `${held.size} documents instead of ${expected.length}`
  const other = expected.find(({ id, rev, state, body }) => {
    const row = held.get(id)
    if (row?.server?.rev !== rev || row.server.state !== state) return true
    // A column that holds the JSON of fields by their names.
    return state === 'live' && !sameJson(row.base ?? row.body, body as JsonObject)
  })
  if (other) return `${other.id} is not as the server has it`
  for (const { scope, sum } of await db.cursor.toArray()) {
    const digest = tables.scopes.find(({ scope_id }) => scope_id === scope)?.digest
    if (sum !== digest) return `its sum of ${scope} is ${sum} instead of ${digest}`
  }
  return parts.scopes.length === (await db.cursor.count()) ? undefined : 'a scope is missing'
}
