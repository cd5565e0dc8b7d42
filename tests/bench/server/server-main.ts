import Fastify from 'fastify'
import { randomIds, systemClock } from '../../../src/server/clock-and-ids.ts'
import { buildApp } from '../../../src/server/http/build-app.ts'
import { signerInMemory } from '../../../src/server/seals/signer.ts'
import { openStore } from '../../../src/server/store/open-store.ts'
import { silentLog } from '../../server/databases.ts'
import { aConfiguration, anExternalIssuer } from '../../server/test-configuration.ts'
import { bareRoutes, openBarePool } from './bare-routes.ts'
import type { Listening, ServerOptions } from './benched-server.ts'
import { countTraffic } from './count-traffic.ts'
import { watchMemory } from './watch-memory.ts'

/* Started by benched-server.ts in a process of its own, with its options as JSON. */

const [, , options = ''] = process.argv
// benched-server.ts writes nothing else.
const { databaseUrl, now, withReferences = false } = JSON.parse(options) as ServerOptions
const traffic = countTraffic()
const memory = watchMemory()

const store = await openStore({ databaseUrl, log: silentLog })
const app = await buildApp({
  store,
  clock: now === undefined ? systemClock : () => new Date(now),
  ids: randomIds,
  signer: signerInMemory(),
  configuration: aConfiguration({
    ...anExternalIssuer,
    LOG_LEVEL: 'error',
    RATE_ADDRESS_PER_MINUTE: '1000000',
    RATE_SESSION_PER_MINUTE: '1000000',
    RATE_PUSH_PER_MINUTE: '1000000',
  }),
})
const bare = Fastify()
const pool = withReferences ? await openBarePool(databaseUrl) : undefined
if (pool) {
  bareRoutes(app, pool)
  bareRoutes(bare, pool)
}
const here = { host: '127.0.0.1', port: 0 }
const listening: Listening = { origin: await app.listen(here), bareOrigin: await bare.listen(here) }

process.on('message', (word) => {
  if (word === 'close') void close()
  if (word === 'traffic') process.send?.(traffic())
  if (word === 'memory') process.send?.(memory())
})
process.send?.(listening)

async function close(): Promise<void> {
  await app.close()
  await bare.close()
  await pool?.end()
  await store.close()
  process.exit(0)
}
