import { memoryUsage } from 'node:process'
import { randomIds } from '../../../src/server/clock-and-ids.ts'
import { buildApp } from '../../../src/server/http/build-app.ts'
import { openStore } from '../../../src/server/store/open-store.ts'
import { silentLog } from '../../server/databases.ts'
import { aConfiguration, anExternalIssuer } from '../../server/test-configuration.ts'

/* Started by employer-server.ts in a process of its own: a database and a moment, in ms, as its arguments. */

const [, , databaseUrl = '', moment = ''] = process.argv
const store = await openStore({ databaseUrl, log: silentLog })
const app = await buildApp({
  store,
  clock: () => new Date(Number(moment)),
  ids: randomIds,
  configuration: aConfiguration({
    ...anExternalIssuer,
    LOG_LEVEL: 'error',
    RATE_ADDRESS_PER_MINUTE: '1000000',
    RATE_SESSION_PER_MINUTE: '1000000',
  }),
})
const origin = await app.listen({ host: '127.0.0.1', port: 0 })
let most = 0
const watch = setInterval(() => {
  most = Math.max(most, memoryUsage.rss())
}, 20)

process.on('message', (word) => {
  if (word === 'memory') {
    process.send?.({ now: memoryUsage.rss(), most: Math.max(most, memoryUsage.rss()) })
    most = 0
  }
  if (word === 'close') void close()
})
process.send?.({ origin })

async function close(): Promise<void> {
  clearInterval(watch)
  await app.close()
  await store.close()
  process.exit(0)
}
