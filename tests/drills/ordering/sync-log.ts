import { Pool } from 'pg'
import type { ScopeId } from '../../../src/domain/ids.ts'
import type { PullRequest } from '../../../src/domain/sync/wire.ts'
import { openStore } from '../../../src/server/store/open-store.ts'
import { anOp } from '../../builders/an-op.ts'
import { silentLog, testEpoch } from '../../server/databases.ts'
import { aDevice } from '../../server/sync/a-device.ts'
import { aScope, aSyncWorld } from '../../server/sync/sync-world.ts'
import { commitLate, disordersIn } from './late-commits.ts'
import type { SharedLog } from './race.ts'

/** Writers of one server: as many transactions as it lets in at once (engine-differences.ts). */
const writersPerServer = 8

/**
 * The scopes of one person, written by pushes through as many servers over one database as it takes to have every
 * writer inside a transaction at once, and read by pulls of another device.
 */
export async function syncLog(
  databaseUrl: string,
  { writers, scopes: scopeCount }: { writers: number; scopes: number },
): Promise<SharedLog & { close(): Promise<void> }> {
  const open = () => openStore({ databaseUrl, log: silentLog, newEpoch: () => testEpoch })
  const readers = await open()
  const stores = await Promise.all(Array.from({ length: Math.ceil(writers / writersPerServer) }, open))
  const pool = new Pool({ connectionString: databaseUrl, max: 1 })
  await commitLate(pool, 'sync_op')
  const world = aSyncWorld(readers)
  const { person, scope } = await aScope(world)
  const scopes: ScopeId[] = [scope]
  while (scopes.length < scopeCount) scopes.push((await aScope(world, { person })).scope)
  const devices = stores.map((store) => aDevice(aSyncWorld(store), person))
  const reader = aDevice(world, person)
  let cursors: PullRequest['scopes'] = {}
  let turns = 0
  return {
    name: `${scopeCount} ${scopeCount === 1 ? 'scope' : 'scopes'}, ${writers} writers`,
    async write(writer) {
      turns += 1
      const op = anOp({ scope: scopes[turns % scopeCount] ?? scope })
      const [result] = (await devices[writer % devices.length]?.push(op)) ?? []
      if (result?.status !== 'applied') throw new Error(`a push was answered ${result?.status}`)
      return op.id
    },
    async read() {
      const page = await reader.pull({ scopes: cursors, limit: 50 })
      cursors = Object.fromEntries(
        Object.entries(page.next).map(([one, { seq }]) => [one, { since: seq, asOf: seq }]),
      )
      return page.changes.map(({ id, scope: part, seq }) => ({ id, part, place: seq }))
    },
    disorders: () => disordersIn(pool, { table: 'doc', part: 'scope_id', place: 'seq' }),
    async close() {
      await world.background.settled()
      await Promise.all([...stores, readers].map((store) => store.close()))
      await pool.end()
    },
  }
}
