import { join } from 'node:path'
import { frenchDayOf } from '../domain/calendar-day.ts'
import { personIdSchema } from '../domain/ids.ts'
import { randomIds, systemClock } from './clock-and-ids.ts'
import { RunningCopy } from './columnar-copy/running-copy.ts'
import type { Configuration } from './configuration.ts'
import { loadDemonstration } from './demonstration/load-demonstration.ts'
import type { App } from './http/app.ts'
import { buildApp } from './http/build-app.ts'
import { serveSources } from './http/served-sources.ts'
import { operatorLog } from './operator-log.ts'
import { everyDay, type DailyWork } from './daily-work.ts'
import { makeEditions } from './open-data/make-editions.ts'
import { createFirstStateAccount } from './store/people.ts'
import { openStore } from './store/open-store.ts'
import type { Store } from './store/store.ts'
import { StoreError } from './store/store-error.ts'
import type { StoreLog } from './store/store-log.ts'
import { inTransaction } from './store/transaction.ts'
import { erasedLogIn, prepareErasedFolder, type ErasedLog } from './sync/erased-log.ts'
import {
  purgeErasedFromQuarantine,
  purgeMismatches,
  purgeOldOps,
  purgeQuarantine,
  purgeTombstones,
} from './sync/purge.ts'
import { reconcileErased } from './sync/reconcile-erased.ts'

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
    const erasedLog = await openErasedLog(configuration)
    await agreeOnErased(store, erasedLog, log)
    await prepare(store, configuration)
    const copy = new RunningCopy({ store, folder: join(dataFolder, 'figures'), clock: systemClock, log })
    const app = await buildApp({
      store,
      copy,
      configuration,
      clock: systemClock,
      ids: randomIds,
      ...(options.development && { frontEnd: serveSources, relaxedSecurity: true }),
    })
    await app.listen({ host: configuration.host, port: configuration.port })
    copy.start()
    const work = { ...dailyWork(store, erasedLog, log), ...openDataWork(configuration, store, copy) }
    const stopDailyWork = everyDay(work, log)
    // A year that became due while no server ran isn't kept waiting until tomorrow.
    void work['open-data']?.().catch((error: unknown) =>
      log.warn({ error }, 'Open data were not counted; it is tried again tomorrow'),
    )
    return { app, store, stop: () => stopAll(app, store, copy, stopDailyWork) }
  } catch (error) {
    await store.close()
    throw error
  }
}

/** Throws StoreError where ids that are erased for good couldn't be listed: then nothing may be erased either. */
async function openErasedLog({ erasedFolder }: Configuration): Promise<ErasedLog> {
  try {
    await prepareErasedFolder(erasedFolder)
  } catch (error) {
    throw new StoreError(
      'folder-unusable',
      `The folder of erased ids can't be written: ${erasedFolder}.`,
      error,
    )
  }
  return erasedLogIn(erasedFolder, randomIds.newId())
}

async function agreeOnErased(store: Store, erasedLog: ErasedLog, log: StoreLog): Promise<void> {
  const { written, erasedAgain } = await reconcileErased(store, erasedLog)
  if (written > 0)
    log.warn(
      { written },
      'Erased ids were not in ERASED_FOLDER: does every server of this database share it?',
    )
  if (erasedAgain > 0)
    log.warn({ erasedAgain }, 'Erased documents had come back and are erased again: was a backup restored?')
}

/** What is past its time is forgotten, and what was erased is agreed upon. */
function dailyWork(store: Store, erasedLog: ErasedLog, log: StoreLog): DailyWork {
  return {
    'purge-tombstones': () => purgeTombstones(store, systemClock()),
    'purge-ops': () => purgeOldOps(store, systemClock()),
    'purge-quarantine': () => purgeQuarantine(store, systemClock()),
    'purge-erased': () => purgeErasedFromQuarantine(store, systemClock()),
    'purge-mismatches': () => purgeMismatches(store, systemClock()),
    'reconcile-erased': () => agreeOnErased(store, erasedLog, log),
  }
}

/** Of the demonstration, the years that there are reports of. */
function openDataWork({ openDataFrom, issuer }: Configuration, store: Store, copy: RunningCopy): DailyWork {
  const isDemonstration = issuer.kind === 'demonstration'
  const from = openDataFrom ?? (isDemonstration ? systemClock().getFullYear() - 2 : undefined)
  if (from === undefined) return {}
  return { 'open-data': () => makeEditions({ store, copy, clock: systemClock, from }) }
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

async function stopAll(app: App, store: Store, copy: RunningCopy, stopDailyWork: () => void): Promise<void> {
  stopDailyWork()
  await app.close()
  await copy.stop()
  await store.close()
}
