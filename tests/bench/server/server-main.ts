import Fastify from 'fastify'
import { Client } from 'pg'
import { randomIds, systemClock } from '../../../src/server/clock-and-ids.ts'
import { buildApp } from '../../../src/server/http/build-app.ts'
import { openStore } from '../../../src/server/store/open-store.ts'
import { plantDevices } from '../../drills/kills/pushing-world.ts'
import { silentLog } from '../../server/databases.ts'
import { aConfiguration, anExternalIssuer } from '../../server/test-configuration.ts'
import { bareRoutes, openBarePool } from './bare-routes.ts'
import type { Benched, Traffic } from './benched-server.ts'

/* Started by benched-server.ts in a process of its own, with the database as its argument. */

const [, , databaseUrl = ''] = process.argv
let traffic: Traffic = { statements: 0, roundTrips: 0 }
countTraffic()

const store = await openStore({ databaseUrl, log: silentLog })
const people = await plantDevices(store, { people: 16, scopes: 3, devices: 1 })
const crowd = await plantDevices(store, { people: 1, scopes: 1, devices: 64 })
const pool = await openBarePool(databaseUrl)
const app = await buildApp({
  store,
  clock: systemClock,
  ids: randomIds,
  configuration: aConfiguration({
    ...anExternalIssuer,
    LOG_LEVEL: 'warn',
    RATE_ADDRESS_PER_MINUTE: '1000000',
    RATE_SESSION_PER_MINUTE: '1000000',
    RATE_PUSH_PER_MINUTE: '1000000',
  }),
})
bareRoutes(app, pool)
const bare = Fastify()
bareRoutes(bare, pool)
const here = { host: '127.0.0.1', port: 0 }
const benched: Benched = {
  origin: await app.listen(here),
  bareOrigin: await bare.listen(here),
  people,
  crowd,
}
process.on('message', (word) => {
  if (word === 'close') void close()
  else tell(traffic)
  traffic = { statements: 0, roundTrips: 0 }
})
tell(benched)

function tell(what: Benched | Traffic): void {
  process.send?.(what)
}

async function close(): Promise<void> {
  await app.close()
  await bare.close()
  await pool.end()
  await store.close()
  process.exit(0)
}

/** Sees what the driver sends, below everything that the store does. */
function countTraffic(): void {
  const awaited = new WeakMap<Client, number>()
  const count = (client: Client, by: number) => awaited.set(client, (awaited.get(client) ?? 0) + by)
  const done = async (client: Client, answer: PromiseLike<unknown>) => {
    await Promise.allSettled([answer])
    count(client, -1)
  }
  // Nothing is unbound: it is applied to the client that it was called on.
  // oxlint-disable-next-line typescript/unbound-method
  Client.prototype.query = new Proxy(Client.prototype.query, {
    apply(send, client: Client, words) {
      const answer: unknown = Reflect.apply(send, client, words)
      // The driver's other form, which calls back, is not this store's.
      if (!(answer instanceof Promise)) return answer
      const { statements, roundTrips } = traffic
      traffic = { statements: statements + 1, roundTrips: roundTrips + (awaited.get(client) ? 0 : 1) }
      count(client, 1)
      void done(client, answer)
      return answer
    },
  })
}
