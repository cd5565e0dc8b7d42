import { join } from 'node:path'
import { frenchDayOf } from '../domain/calendar-day.ts'
import { isWorkingDay } from '../domain/french-holidays.ts'
import { personIdSchema } from '../domain/ids.ts'
import { randomIds, systemClock } from './clock-and-ids.ts'
import type { Configuration } from './configuration.ts'
import { copyInProcess } from './figures/copy-in-process.ts'
import { CopyProcess } from './figures/copy-process.ts'
import type { AskedCopy } from './figures/copy-questions.ts'
import { loadDemonstration } from './demonstration/load-demonstration.ts'
import { vouchForDemonstration } from './demonstration/vouched-months.ts'
import type { App } from './http/app.ts'
import { buildApp } from './http/build-app.ts'
import { serveSources } from './http/served-sources.ts'
import { operatorLog } from './operator-log.ts'
import { forgetMail, noPostman, RunningPostman, type Postman } from './mail/postman.ts'
import { sendBySmtp } from './mail/send-by-smtp.ts'
import { forgetOldSizes } from './commitments/forget-old-sizes.ts'
import { everyDay, type DailyWork } from './daily-work.ts'
import { forgetLinksOfLongAgo } from './public-links/forget-old-links.ts'
import { dueEditions } from './needs/make-due-editions.ts'
import { makeEditions } from './open-data/make-editions.ts'
import { forgetOldReminders } from './reminders/forget-old-reminders.ts'
import { sendReminders } from './reminders/send-reminders.ts'
import { signerOf } from './seals/signer.ts'
import { createFirstStateAccount } from './store/people.ts'
import { openStore } from './store/open-store.ts'
import type { Store } from './store/store.ts'
import { StoreError } from './store/store-error.ts'
import type { StoreLog } from './store/store-log.ts'
import { inTransaction } from './store/transaction.ts'
import { forgetOldReadings } from './structure/forget-old-readings.ts'
import { forgetUnusedAccounts } from './structure-access/forget-unused-accounts.ts'
import { forgetSettled } from './structure-access/forget-settled.ts'
import { erasedLogIn, prepareErasedFolder, type ErasedLog } from './sync/erased-log.ts'
import {
  purgeErasedFromQuarantine,
  purgeMismatches,
  purgeOldOps,
  purgeQuarantine,
  purgeTombstones,
} from './sync/purge.ts'
import { reconcileErased } from './sync/reconcile-erased.ts'
import { retireDeletedPlaces } from './sync/retire-deleted-places.ts'

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
    const copy = copyOf(store, configuration, log)
    const postman = configuration.mail && openPostman(store, configuration.mail, log)
    const app = await buildApp({
      store,
      copy,
      ...(postman && { postman }),
      configuration,
      clock: systemClock,
      ids: randomIds,
      ...(options.development && { frontEnd: serveSources, relaxedSecurity: true }),
    })
    await app.listen({ host: configuration.host, port: configuration.port })
    copy.start()
    postman?.start()
    const stopDailyWork = [
      // Whoever is to be reminded, and a year that became due while no server ran, aren't kept waiting.
      everyDay(
        {
          ...reminderWork(configuration, store, postman ?? noPostman),
          ...openDataWork(configuration, store, copy),
        },
        log,
        'at-once',
      ),
      everyDay(
        {
          ...dailyWork(store, erasedLog, log),
          'make-needs-editions': () => dueEditions({ store, copy, clock: systemClock }),
        },
        log,
      ),
    ]
    return { app, store, stop: () => stopAll({ app, store, copy, postman, stopDailyWork }) }
  } catch (error) {
    await store.close()
    throw error
  }
}

/** In a process of its own, unless the database is embedded: one process has its folder. */
function copyOf(store: Store, configuration: Configuration, log: StoreLog): AskedCopy {
  const { databaseUrl, dataFolder, logLevel } = configuration
  const folder = join(dataFolder, 'figures')
  return databaseUrl === undefined
    ? copyInProcess({ store, folder, clock: systemClock, log })
    : new CopyProcess({ databaseUrl, folder, logLevel, log })
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
    // Before tombstones go: with that of a place, the name of where reports took place would.
    'retire-places': () => retireDeletedPlaces(store, systemClock()),
    'purge-tombstones': () => purgeTombstones(store, systemClock()),
    'purge-ops': () => purgeOldOps(store, systemClock()),
    'purge-quarantine': () => purgeQuarantine(store, systemClock()),
    'purge-erased': () => purgeErasedFromQuarantine(store, systemClock()),
    'purge-mismatches': () => purgeMismatches(store, systemClock()),
    'forget-access': () => forgetSettled(store, systemClock()),
    'forget-mail': () => forgetMail(store, systemClock()),
    'forget-old-links': () => forgetLinksOfLongAgo(store, systemClock()),
    'forget-readings': () => forgetOldReadings(store, systemClock()),
    'forget-accounts': () => forgetUnusedAccounts(store, systemClock()),
    'forget-sizes': () => forgetOldSizes(store, erasedLog, systemClock()),
    'forget-reminders': () => forgetOldReminders(store, systemClock()),
    'reconcile-erased': () => agreeOnErased(store, erasedLog, log),
  }
}

/** Of the demonstration, the years that there are reports of. */
function openDataWork({ openDataFrom, issuer }: Configuration, store: Store, copy: AskedCopy): DailyWork {
  const isDemonstration = issuer.kind === 'demonstration'
  const from =
    openDataFrom ?? (isDemonstration ? Number(frenchDayOf(systemClock()).slice(0, 4)) - 2 : undefined)
  if (from === undefined) return {}
  return { 'open-data': () => makeEditions({ store, copy, clock: systemClock, from }) }
}

/** On days of work, where there is a post office; every day in the demonstration, whose mail is read on a page. */
function reminderWork({ issuer, mail, publicUrl }: Configuration, store: Store, postman: Postman): DailyWork {
  const isDemonstration = issuer.kind === 'demonstration'
  if (!isDemonstration && mail === undefined) return {}
  const desk = { store, clock: systemClock, ids: randomIds, publicUrl, wakePostman: () => postman.wake() }
  const isDayOfMail = () => isDemonstration || isWorkingDay(frenchDayOf(systemClock()))
  return { 'send-reminders': async () => (isDayOfMail() ? sendReminders(desk) : 0) }
}

async function prepare(store: Store, configuration: Configuration): Promise<void> {
  const { firstStateEmail, issuer } = configuration
  const now = systemClock()
  if (firstStateEmail !== undefined) {
    const account = {
      personId: personIdSchema.parse(randomIds.newId()),
      email: firstStateEmail,
      at: now.toISOString(),
    }
    await inTransaction(store, (tx) => createFirstStateAccount(tx, account))
  }
  if (issuer.kind === 'demonstration') {
    const today = frenchDayOf(now)
    await loadDemonstration(store, { today, now })
    await vouchForDemonstration(store, { signer: signerOf(configuration), today })
  }
}

function openPostman(store: Store, mail: NonNullable<Configuration['mail']>, log: StoreLog): RunningPostman {
  return new RunningPostman({ store, clock: systemClock, send: sendBySmtp(mail), log })
}

interface RunningParts {
  app: App
  store: Store
  copy: AskedCopy
  postman: RunningPostman | undefined
  stopDailyWork: readonly (() => Promise<void>)[]
}

async function stopAll({ app, store, copy, postman, stopDailyWork }: RunningParts): Promise<void> {
  const dailyWorkEnds = Promise.all(stopDailyWork.map((stop) => stop()))
  await app.close()
  await dailyWorkEnds
  await postman?.stop()
  await copy.stop()
  await store.close()
}
