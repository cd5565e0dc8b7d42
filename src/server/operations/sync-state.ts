import { frenchDayOf } from '../../domain/calendar-day.ts'
import { systemClock } from '../clock-and-ids.ts'
import { readConfiguration, type Configuration } from '../configuration.ts'
import { decisionsSince, openMatters, silentDevices } from '../store/operations.ts'
import type { Store } from '../store/store.ts'
import { readEpoch } from '../store/sync-epoch.ts'
import { readAfterRestore } from './after-restore.ts'
import { onStore, refuse, whyNoStore } from './on-store.ts'
import { stateLines } from './state-lines.ts'

/* `npm run sync-state -- 5`: who hasn't been heard of for that many days, and how sync has gone since yesterday. */

const days = Number(process.argv[2] ?? 5)
const result = readConfiguration(process.env)
if (!Number.isInteger(days) || days < 1) refuse(['Indiquez un nombre de jours : npm run sync-state -- 5'])
else if (result.ok) await show(result.configuration)
else refuse(result.errors)

async function show(configuration: Configuration): Promise<void> {
  await onStore(configuration, printState).catch((error: unknown) => refuse([whyNoStore(error)]))
}

async function printState({ db }: Store): Promise<void> {
  const now = systemClock()
  const before = (count: number) => new Date(now.getTime() - count * 86_400_000).toISOString()
  const silent = await silentDevices(db, { before: before(days), today: frenchDayOf(now) })
  const decisions = await decisionsSince(db, before(1))
  const matters = await openMatters(db, before(1))
  const restored = await readAfterRestore(db, await readEpoch(db), now)
  for (const line of stateLines({ days, silent, decisions, matters, restored })) console.log(line)
}
