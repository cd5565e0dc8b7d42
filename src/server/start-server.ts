import { frenchDayOf } from '../domain/calendar-day.ts'
import { personIdSchema } from '../domain/ids.ts'
import { randomIds, systemClock } from './clock-and-ids.ts'
import type { Configuration } from './configuration.ts'
import { loadDemonstration } from './demonstration/load-demonstration.ts'
import type { App } from './http/app.ts'
import { buildApp } from './http/build-app.ts'
import { serveSources } from './http/served-sources.ts'
import { operatorLog } from './operator-log.ts'
import { purgeEveryDay } from './purge-every-day.ts'
import { createFirstStateAccount } from './store/people.ts'
import { openStore } from './store/open-store.ts'
import type { Store } from './store/store.ts'
import { inTransaction } from './store/transaction.ts'

export interface RunningServer {
  readonly app: App
  readonly store: Store
  /** Finishes what is under way, then closes everything. */
  stop(): Promise<void>
}

/** Opens the store, prepares what the configuration asks for, and listens. */
export async function startServer(
  configuration: Configuration,
  options: { development: boolean },
): Promise<RunningServer> {
  const log = operatorLog(configuration.logLevel)
  const { databaseUrl, dataFolder } = configuration
  const store = await openStore({ databaseUrl, folder: dataFolder, log })
  try {
    await prepare(store, configuration)
    const app = await buildApp({
      store,
      configuration,
      clock: systemClock,
      ids: randomIds,
      ...(options.development && { frontEnd: serveSources, relaxedSecurity: true }),
    })
    await app.listen({ host: configuration.host, port: configuration.port })
    const stopPurging = purgeEveryDay(store, systemClock, log)
    return { app, store, stop: () => stopAll(app, store, stopPurging) }
  } catch (error) {
    await store.close()
    throw error
  }
}

async function prepare(store: Store, { firstStateEmail, issuer }: Configuration): Promise<void> {
  const now = systemClock()
  if (firstStateEmail !== undefined) {
    const account = {
      personId: personIdSchema.parse(randomIds.newId()),
      email: firstStateEmail,
      at: now.toISOString(),
    }
    await inTransaction(store, (tx) => createFirstStateAccount(tx, account))
  }
  if (issuer.kind === 'demonstration') await loadDemonstration(store, { today: frenchDayOf(now), now })
}

async function stopAll(app: App, store: Store, stopPurging: () => void): Promise<void> {
  stopPurging()
  await app.close()
  await store.close()
}
