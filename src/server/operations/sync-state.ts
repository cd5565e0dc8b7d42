import { frenchDayOf } from '../../domain/calendar-day.ts'
import { systemClock } from '../clock-and-ids.ts'
import { readConfiguration, type Configuration } from '../configuration.ts'
import { operatorLog } from '../operator-log.ts'
import { decisionsSince, openMatters, silentDevices } from '../store/operations.ts'
import { openStore } from '../store/open-store.ts'
import { StoreError } from '../store/store-error.ts'
import { readEpoch } from '../store/sync-epoch.ts'
import { readAfterRestore } from './after-restore.ts'
import { stateLines } from './state-lines.ts'

/* `npm run sync-state -- 5`: who hasn't been heard of for that many days, and how sync has gone since yesterday. */

const days = Number(process.argv[2] ?? 5)
const result = readConfiguration(process.env)
if (!Number.isInteger(days) || days < 1) refuse(['Indiquez un nombre de jours : npm run sync-state -- 5'])
else if (result.ok) await show(result.configuration)
else refuse(result.errors)

async function show({ databaseUrl, dataFolder, logLevel }: Configuration): Promise<void> {
  try {
    const store = await openStore({ databaseUrl, folder: dataFolder, log: operatorLog(logLevel) })
    try {
      const now = systemClock()
      const before = (count: number) => new Date(now.getTime() - count * 86_400_000).toISOString()
      const silent = await silentDevices(store.db, { before: before(days), today: frenchDayOf(now) })
      const decisions = await decisionsSince(store.db, before(1))
      const matters = await openMatters(store.db, before(1))
      const restored = await readAfterRestore(store.db, await readEpoch(store.db), now)
      for (const line of stateLines({ days, silent, decisions, matters, restored })) console.log(line)
    } finally {
      await store.close()
    }
  } catch (error) {
    if (!(error instanceof StoreError)) throw error
    refuse([
      error.code === 'folder-in-use'
        ? 'Le serveur est en marche sur ce dossier : arrêtez-le le temps de l’opération, ou utilisez PostgreSQL.'
        : error.message,
    ])
  }
}

function refuse(sentences: readonly string[]): void {
  for (const sentence of sentences) console.error(sentence)
  process.exitCode = 1
}
