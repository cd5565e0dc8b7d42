import { sql } from 'kysely'
import { expect, test } from 'vitest'
import {
  ownReadingsSchema,
  readingDays,
  reportReadingsSchema,
  structureReadingsSchema,
} from '../../../src/domain/access/readings.ts'
import { structureReportSchema } from '../../../src/domain/access/structure-report.ts'
import { documentIdSchema, type DocumentId } from '../../../src/domain/ids.ts'
import type { JsonObject } from '../../../src/domain/json.ts'
import { cast } from '../../../src/server/demonstration/cast.ts'
import { association, townHall } from '../../../src/server/demonstration/demonstration-structures.ts'
import type { App } from '../../../src/server/http/app.ts'
import type { Store } from '../../../src/server/store/store.ts'
import { forgetOldReadings } from '../../../src/server/structure/forget-old-readings.ts'
import { aReport } from '../../builders/a-report.ts'
import { beside, describeEachStore } from '../each-store.ts'
import { aClock, anApp, mutation, signedIn, type TestClock } from '../test-app.ts'
import { plantCast, plantDocument } from '../test-cast.ts'

type Member = keyof typeof cast

const ours = `/api/structures/${townHall.id}`

function idOf(number: number): DocumentId {
  return documentIdSchema.parse(`019ab000-0000-7000-8000-${String(number).padStart(12, '0')}`)
}

interface World {
  readonly app: App
  readonly clock: TestClock
  asks(person: Member, url: string): Promise<{ status: number; json: unknown; body: string }>
  reads(person: Member, url: string): Promise<unknown>
}

/** Two reports of Awa's and one of Bruno's, at the town hall that Chantal answers for; one of Hugo's elsewhere. */
async function aWorld(store: Store): Promise<World> {
  await plantCast(store)
  await plantDocument(store, 'awa', { id: idOf(1), body: aReport({ date: '2026-11-18' }) })
  await plantDocument(store, 'awa', { id: idOf(2), body: aReport({ date: '2026-11-20' }) })
  await plantDocument(store, 'bruno', { id: idOf(3), body: aReport({ date: '2026-11-19' }) })
  await plantDocument(store, 'hugo', { id: idOf(4), body: aReport({ date: '2026-11-19' }) })
  const clock = aClock()
  const app = await anApp(store, { clock })
  const asks = async (person: Member, url: string) => {
    const answer = await app.inject({ url, headers: await signedIn(app, cast[person].id) })
    return { status: answer.statusCode, json: answer.json<unknown>(), body: answer.body }
  }
  const reads = async (person: Member, url: string) => {
    const { status, json, body } = await asks(person, url)
    expect(status, body).toBe(200)
    return json
  }
  return { app, clock, asks, reads }
}

const own = async (world: World, person: Member, month = '') =>
  ownReadingsSchema.parse(await world.reads(person, `/api/own-readings${month && `?mois=${month}`}`))
const ofReport = async (world: World, person: Member, report: DocumentId) =>
  reportReadingsSchema.parse(await world.reads(person, `/api/own-readings/reports/${report}`)).readings
const log = async (world: World) =>
  structureReadingsSchema.parse(await world.reads('chantal', `${ours}/readings`))
const opens = async (world: World, person: Member, report: DocumentId) =>
  structureReportSchema.parse(await world.reads(person, `${ours}/activities/${report}`))

/** How many rows say that something was read. */
function written(store: Store): Promise<number> {
  return beside(async () => {
    const { rows } = await sql<{ n: number }>`
      select (select count(*) from report_opening) + (select count(*) from list_reading) as n`.execute(
      store.db,
    )
    return Number(rows[0]?.n)
  })
}

async function addMember(store: Store, person: Member, role: 'responsable' | 'lecteur'): Promise<void> {
  const row = {
    person_id: cast[person].id,
    structure_id: townHall.id,
    role,
    since: '2026-11-01T08:00:00.000Z',
  }
  await beside(() => store.db.insertInto('membership').values(row).execute())
}

const first = '2026-11-23T10:00:00.000Z'

describeEachStore('who has read what', (given) => {
  test('an advisor sees who opened a report, and which lists held theirs, and nothing of others’', async () => {
    const world = await aWorld(given())
    await opens(world, 'chantal', idOf(1))
    world.clock.forward({ minutes: 30 })
    await world.reads('chantal', `${ours}/activities`)
    const by = { readerName: 'Chantal Rouch', structureName: townHall.name }
    const listed = { ...by, way: 'list', at: '2026-11-23T10:30:00.000Z' }
    expect(await own(world, 'awa')).toEqual({
      month: '2026-11',
      openings: [{ ...by, at: first, report: idOf(1), day: '2026-11-18' }],
      lists: [{ ...listed, reports: 2, from: '2026-11-18', to: '2026-11-20' }],
    })
    expect(await own(world, 'bruno')).toEqual({
      month: '2026-11',
      openings: [],
      lists: [{ ...listed, reports: 1, from: '2026-11-19', to: '2026-11-19' }],
    })
    expect(await ofReport(world, 'awa', idOf(1))).toEqual([
      { readerName: 'Chantal Rouch', at: first, way: 'page' },
      { readerName: 'Chantal Rouch', at: listed.at, way: 'list' },
    ])
    for (const stranger of ['hugo', 'elsa', 'farid', 'chantal'] as const) {
      expect(await own(world, stranger)).toEqual({ month: '2026-11', openings: [], lists: [] })
      expect(await ofReport(world, stranger, idOf(1))).toEqual([])
    }
  })

  test('who answers for a structure sees its log, each list once for all advisors', async () => {
    const world = await aWorld(given())
    await world.reads('chantal', `${ours}/activities`)
    await opens(world, 'chantal', idOf(3))
    const by = { readerName: 'Chantal Rouch', at: first }
    expect(await log(world)).toEqual({
      month: '2026-11',
      openings: [{ ...by, report: idOf(3), day: '2026-11-19', advisorName: 'Bruno Estèbe' }],
      lists: [
        {
          ...by,
          way: 'list',
          reports: 3,
          from: '2026-11-18',
          to: '2026-11-20',
          advisorNames: ['Awa Diallo', 'Bruno Estèbe'],
        },
      ],
    })
    // Another structure's responsable has a log of their own, and not this one.
    const theirs = await world.reads('denis', `/api/structures/${association.id}/readings`)
    expect(theirs).toEqual({ month: '2026-11', openings: [], lists: [] })
    expect((await world.asks('denis', `${ours}/readings`)).status).toBe(403)
  })

  test('a lecteur’s readings are written down, and who else reads isn’t theirs to know', async () => {
    const world = await aWorld(given())
    await addMember(given(), 'elsa', 'lecteur')
    await opens(world, 'chantal', idOf(1))
    expect((await opens(world, 'elsa', idOf(1))).readings).toEqual([])
    expect((await world.asks('elsa', `${ours}/readings`)).status).toBe(403)
    expect((await ofReport(world, 'awa', idOf(1))).map(({ readerName }) => readerName).sort()).toEqual([
      'Chantal Rouch',
      'Elsa Marchetti',
    ])
  })

  test('the same person, day and way is told once, whatever the number of requests', async () => {
    const world = await aWorld(given())
    for (const _again of [1, 2, 3]) {
      await world.reads('chantal', `${ours}/activities?limit=1`)
      await opens(world, 'chantal', idOf(1))
      world.clock.forward({ minutes: 10 })
    }
    const { lists, openings } = await own(world, 'awa')
    expect(lists).toMatchObject([{ at: first, reports: 1 }])
    expect(openings).toMatchObject([{ at: first }])
    // The next page adds what it holds, and no report counts twice.
    await world.reads('chantal', `${ours}/activities`)
    expect((await own(world, 'awa')).lists).toMatchObject([{ at: first, reports: 2, from: '2026-11-18' }])
    world.clock.forward({ days: 1 })
    await world.reads('chantal', `${ours}/activities`)
    expect((await own(world, 'awa')).lists).toHaveLength(2)
  })

  test('a report shown as evidence of what deserves a look is read too', async () => {
    const world = await aWorld(given())
    const long: JsonObject = { date: '2026-11-15', minutes: 900 }
    await plantDocument(given(), 'awa', { id: idOf(5), body: aReport(long) })
    const { body } = await world.asks('chantal', `${ours}/months/2026-11/anomalies`)
    expect(body).toContain(idOf(5))
    expect(await ofReport(world, 'awa', idOf(5))).toEqual([
      { readerName: 'Chantal Rouch', at: first, way: 'check' },
    ])
  })

  test('who is removed, or never was a member, reads nothing and leaves nothing', async () => {
    const world = await aWorld(given())
    await beside(() => given().db.deleteFrom('membership').where('person_id', '=', cast.chantal.id).execute())
    for (const person of ['chantal', 'denis', 'awa', 'farid'] as const) {
      for (const path of ['activities', `activities/${idOf(1)}`, 'months/2026-11/anomalies']) {
        expect((await world.asks(person, `${ours}/${path}`)).status).toBe(403)
      }
    }
    expect(await written(given())).toBe(0)
  })

  test('a report of a day outside a contract, or that was deleted, is not opened, nor said to be', async () => {
    const world = await aWorld(given())
    await plantDocument(given(), 'awa', { id: idOf(6), body: aReport({ date: '2020-01-01' }) })
    expect((await world.asks('chantal', `${ours}/activities/${idOf(6)}`)).status).toBe(404)
    // Of another structure.
    expect((await world.asks('chantal', `${ours}/activities/${idOf(4)}`)).status).toBe(404)
    expect(await written(given())).toBe(0)
  })

  test('reading one’s own reports as a member is told to nobody', async () => {
    const world = await aWorld(given())
    await addMember(given(), 'awa', 'responsable')
    await opens(world, 'awa', idOf(1))
    await world.reads('awa', `${ours}/activities`)
    expect(await own(world, 'awa')).toMatchObject({ openings: [], lists: [] })
    expect((await own(world, 'bruno')).lists).toMatchObject([{ readerName: 'Awa Diallo', reports: 1 }])
  })

  test('a reading that can’t be written down isn’t answered', async () => {
    const world = await aWorld(given())
    await beside(() =>
      sql`alter table list_reading add constraint full_disk check (false)`.execute(given().db),
    )
    await beside(() =>
      sql`alter table report_opening add constraint full_disk check (false)`.execute(given().db),
    )
    try {
      for (const path of ['activities', `activities/${idOf(1)}`]) {
        const { status, body } = await world.asks('chantal', `${ours}/${path}`)
        expect(status).toBe(500)
        expect(body).not.toContain(idOf(1))
      }
    } finally {
      await beside(async () => {
        await sql`alter table list_reading drop constraint full_disk`.execute(given().db)
        await sql`alter table report_opening drop constraint full_disk`.execute(given().db)
      })
    }
  })

  test('nobody writes, changes or erases what was read: there is no route that does', async () => {
    const world = await aWorld(given())
    await opens(world, 'chantal', idOf(1))
    const headers = await signedIn(world.app, cast.chantal.id)
    for (const url of [`${ours}/readings`, '/api/own-readings', `/api/own-readings/reports/${idOf(1)}`]) {
      for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'] as const) {
        const { statusCode } = await world.app.inject(mutation(url, { method, headers }))
        expect(statusCode).toBe(404)
      }
    }
    expect(await ofReport(world, 'awa', idOf(1))).toHaveLength(1)
  })

  test('is forgotten after a year, and told until then', async () => {
    const world = await aWorld(given())
    await opens(world, 'chantal', idOf(1))
    await world.reads('chantal', `${ours}/activities`)
    world.clock.forward({ days: readingDays })
    expect(await forgetOldReadings(given(), world.clock())).toBe(0)
    expect((await own(world, 'awa', '2026-11')).openings).toHaveLength(1)
    world.clock.forward({ days: 1 })
    expect(await forgetOldReadings(given(), world.clock())).toBe(3)
    expect(await written(given())).toBe(0)
  })

  test('stays told once the reader has left the structure', async () => {
    const world = await aWorld(given())
    await opens(world, 'chantal', idOf(1))
    await beside(() => given().db.deleteFrom('membership').where('person_id', '=', cast.chantal.id).execute())
    expect(await ofReport(world, 'awa', idOf(1))).toMatchObject([{ readerName: 'Chantal Rouch' }])
  })
})
