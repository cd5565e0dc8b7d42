import { afterEach, beforeEach, expect, test } from 'vitest'
import { addDays } from '../../../src/domain/calendar-day.ts'
import { readKeptOwnCommunity } from '../../../src/app/data/community.ts'
import { openDatabase, type CoopDatabase } from '../../../src/app/data/database.ts'
import type { Fetch } from '../../../src/app/data/http-client.ts'
import { keepCalendars } from '../../../src/app/data/keep-calendars.ts'
import { ownHalfDaysHere } from '../../../src/app/data/own-half-days.ts'
import { todayHere } from '../../../src/app/data/today.ts'
import { withdrawDevice } from '../../../src/app/data/withdraw-device.ts'
import { ours } from '../../builders/a-post-fact.ts'
import { aHalfDay } from '../../builders/a-training-fact.ts'
import { aPersonId, aScopeId } from '../../builders/an-id.ts'

const today = todayHere()
const hour = 3_600_000
let db: CoopDatabase

beforeEach(() => {
  db = openDatabase(aPersonId())
})

afterEach(async () => {
  await db.delete()
})

const own = { scope: aScopeId(), structureId: ours, structureName: 'Mairie', bodyName: null, reported: [] }
const contracts = [{ starts: addDays(today, -100), ends: null }]
const facts = [aHalfDay(addDays(today, 3), { title: 'Posture' })]
const answers: Readonly<Record<string, object>> = {
  '/api/own-training': { structures: [{ ...own, contracts, facts }] },
  '/api/own-community': { events: [], marks: [], calendarSince: null },
}

/** A server that tells both, but what it doesn't have now; and what it was asked. */
function aServer({ without = '', meanwhile = () => Promise.resolve() } = {}) {
  const asked: string[] = []
  const fetch: Fetch = async (input) => {
    // What is asked for is a path.
    const path = typeof input === 'string' ? input : ''
    asked.push(path)
    await meanwhile()
    const status = path === without ? 503 : 200
    const headers = { 'content-type': 'application/json' }
    return new Response(JSON.stringify(answers[path]), { status, headers })
  }
  return { asked, fetch }
}

test('what others planned is on the device, and is asked for again after six hours', async () => {
  const { asked, fetch } = aServer()
  await keepCalendars(db, { fetch, now: 0 })
  expect(await ownHalfDaysHere(db)).toMatchObject([{ title: 'Posture', scope: own.scope }])
  expect(await readKeptOwnCommunity(db, 'mine')).toEqual(answers['/api/own-community'])
  expect(asked.sort()).toEqual(['/api/own-community', '/api/own-training'])
  await keepCalendars(db, { fetch, now: 6 * hour - 1 })
  expect(asked).toHaveLength(2)
  await keepCalendars(db, { fetch, now: 6 * hour })
  expect(asked).toHaveLength(4)
})

test('two tabs ask once', async () => {
  const { asked, fetch } = aServer()
  await Promise.all([keepCalendars(db, { fetch, now: 0 }), keepCalendars(db, { fetch, now: 1 })])
  expect(asked).toHaveLength(2)
})

test('what the server doesn’t tell now leaves what was kept, and is asked for again after a quarter of an hour', async () => {
  await keepCalendars(db, { fetch: aServer().fetch, now: 0 })
  const failing = aServer({ without: '/api/own-training' })
  await keepCalendars(db, { fetch: failing.fetch, now: 7 * hour })
  expect(await ownHalfDaysHere(db)).toHaveLength(1)
  await keepCalendars(db, { fetch: failing.fetch, now: 7 * hour + hour / 4 - 1 })
  expect(failing.asked).toHaveLength(2)
  await keepCalendars(db, { fetch: failing.fetch, now: 7 * hour + hour / 4 })
  expect(failing.asked).toHaveLength(4)
})

test('a clock that was a year ahead delays nothing once it is right', async () => {
  const { asked, fetch } = aServer()
  await keepCalendars(db, { fetch, now: 365 * 24 * hour })
  await keepCalendars(db, { fetch, now: 0 })
  expect(asked).toHaveLength(4)
})

test('whoever leaves the device leaves none of it, not even what was on its way', async () => {
  await keepCalendars(db, { fetch: aServer().fetch, now: 0 })
  await withdrawDevice(db)
  expect(await ownHalfDaysHere(db)).toEqual([])
  const { fetch } = aServer({ meanwhile: () => withdrawDevice(db) })
  await keepCalendars(db, { fetch, now: 0 })
  expect(await db.meta.toArray()).toEqual([])
})
