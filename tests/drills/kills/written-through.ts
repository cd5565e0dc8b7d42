import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Client } from 'pg'
import type { ThrowAwayCluster } from '../../server/throw-away-cluster.ts'
import { newDatabase } from '../drill-cluster.ts'
import { prepareDrilledServer } from '../drilled-server.ts'
import { openLedger } from './ledger.ts'
import { pushUntil } from './pushing-device.ts'
import { plantDevices } from './pushing-world.ts'
import { traceSyncs } from './traced-syncs.ts'

/** Whether what was acknowledged had reached the disk, and how that was seen. */
export interface WrittenThrough {
  readonly acknowledged: number
  /** Pushes between whose sending and whose answer nothing was written through; null where no tracer could look. */
  readonly without: number | null
  /** Calls of the system, or what the engine itself counted where no tracer could look. */
  readonly syncs: number | null
}

/**
 * One device pushes, one push after the other, while the calls by which the database writes through are traced: each
 * push must have one of its own between its sending and its answer.
 */
export async function checkWrittenThrough(
  cluster: ThrowAwayCluster | undefined,
  pushes: number,
): Promise<WrittenThrough> {
  const databaseUrl = cluster && (await newDatabase(cluster))
  const { server, whileStopped } = await prepareDrilledServer(databaseUrl)
  try {
    const [who] = await whileStopped((store) => plantDevices(store, { people: 1, scopes: 1, devices: 1 }))
    if (!who) throw new Error('no device was planted')
    // Processes that a traced one starts are traced too: those that serve the server are still to come.
    const ofCluster = cluster && (await traceSyncs(cluster.processes()))
    await server.start()
    const traced = cluster ? ofCluster : await traceSyncs([holderOf(server.folder)])
    const counted = await walSyncs(databaseUrl)
    const times: { sent: number; answered: number }[] = []
    let sent = Date.now()
    const end = new AbortController()
    await pushUntil(end.signal, server.origin, who, openLedger(), () => {
      times.push({ sent, answered: Date.now() })
      if (times.length === pushes) end.abort()
      sent = Date.now()
    })
    await traced?.stop()
    const calls = traced?.calls ?? []
    // A clock in whole milliseconds beside one in millionths.
    const has = (time: (typeof times)[number]) =>
      calls.some((at) => at >= time.sent - 1 && at <= time.answered + 1)
    const counter = async () => counted && Number(await walSyncs(databaseUrl)) - counted
    return {
      acknowledged: times.length,
      without: traced ? times.filter((time) => !has(time)).length : null,
      syncs: traced ? calls.length : await counter(),
    }
  } finally {
    await server.remove()
  }
}

/** The process that holds the folder of an embedded database (folder-lock.ts). */
function holderOf(folder: string): number {
  const [lock] = readdirSync(folder).filter((name) => name.startsWith('lock-'))
  // What folder-lock.ts wrote.
  const holder = JSON.parse(readFileSync(join(folder, lock ?? ''), 'utf8')) as { pid: number }
  return holder.pid
}

/** How often PostgreSQL wrote its log through, by its own counter, which versions before 18 have; null elsewhere. */
async function walSyncs(databaseUrl: string | undefined): Promise<number | null> {
  if (databaseUrl === undefined) return null
  const client = new Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const { rows } = await client.query<{ wal_sync: string }>('select wal_sync from pg_stat_wal')
    return Number(rows[0]?.wal_sync)
  } catch {
    return null // no such column: the tracer is the only witness there
  } finally {
    await client.end()
  }
}
