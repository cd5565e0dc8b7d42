import { openStore } from '../../../src/server/store/open-store.ts'
import { silentLog } from '../../server/databases.ts'
import { printFigures } from '../figures.ts'
import { onFilledDatabase } from '../filling/on-filled-database.ts'
import { startBenchedServer } from '../server/benched-server.ts'
import { calendarFigures } from './calendar-figures.ts'
import { fillTrainees } from './filled-trainees.ts'

/* The calendars of `TRAINING_TRAINEES=4000` trainees of one body, ten half-days each, brought in from a CSV. */

const trainees = Number(process.env['TRAINING_TRAINEES'] ?? 4_000)
const now = new Date('2026-11-23T10:00:00.000Z')

export async function benchTraining(): Promise<void> {
  const isDone = await onFilledDatabase(now, (client) => fillTrainees(client, trainees, now), measure)
  if (!isDone)
    console.log('\nCalendars of training are left out: there is no PostgreSQL 15 or later on this machine.')
}

async function measure(databaseUrl: string): Promise<void> {
  const store = await openStore({ databaseUrl, log: silentLog })
  const server = await startBenchedServer({ databaseUrl, now: now.getTime() })
  try {
    const title = `Calendars of ${trainees} trainees, ${trainees * 10} half-days, one line in 25 wrong`
    printFigures(title, await calendarFigures({ store, origin: server.origin, now, trainees }))
  } finally {
    await server.close()
    await store.close()
  }
}
