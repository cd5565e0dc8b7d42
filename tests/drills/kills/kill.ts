import type { ServerProcess } from '../../browser/server-process.ts'
import type { ThrowAwayCluster } from '../../server/throw-away-cluster.ts'
import { newDatabase } from '../drill-cluster.ts'
import { prepareDrilledServer, type DrilledServer } from '../drilled-server.ts'
import { openLedger } from './ledger.ts'
import { pushUntil } from './pushing-device.ts'
import { plantDevices } from './pushing-world.ts'
import { whatIsLeft, type Left } from './what-is-left.ts'

/** What is killed, over which database. */
export type Victim =
  | { readonly kind: 'server'; readonly cluster: ThrowAwayCluster }
  | { readonly kind: 'postgresql'; readonly cluster: ThrowAwayCluster }
  /** With a folder to copy where somebody has made its database already. */
  | { readonly kind: 'embedded'; readonly madeDatabase?: string }

/**
 * Kills the victim as often as asked, each time in the middle of the pushes of eight devices, which go on sending what
 * wasn't acknowledged; then looks at what the database holds.
 */
export async function kill(victim: Victim, times: number): Promise<Left> {
  const { server, whileStopped } = await serverOver(victim)
  try {
    const devices = await whileStopped((store) => plantDevices(store, { people: 2, scopes: 2, devices: 4 }))
    await server.start()
    const ledger = openLedger()
    const end = new AbortController()
    const pushing = Promise.all(devices.map((who) => pushUntil(end.signal, server.origin, who, ledger)))
    // One that fails would be heard of only at the end otherwise.
    const failed = pushing.then(() => undefined)
    for (let time = 0; time < times; time += 1) {
      await Promise.race([ledger.more(20 + ((time * 37) % 90)), failed])
      ledger.interrupted += ledger.underWay
      if (victim.kind === 'postgresql') await victim.cluster.crash()
      else await restart(server)
    }
    await Promise.race([ledger.more(50), failed])
    end.abort()
    await pushing
    return await whileStopped((store) => whatIsLeft(store, ledger))
  } finally {
    await server.remove()
  }
}

async function serverOver(victim: Victim): Promise<DrilledServer> {
  if (victim.kind === 'embedded') return prepareDrilledServer(undefined, {}, victim.madeDatabase)
  return prepareDrilledServer(await newDatabase(victim.cluster))
}

async function restart(server: ServerProcess): Promise<void> {
  await server.stop('SIGKILL')
  await server.start()
}
