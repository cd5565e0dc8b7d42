import 'fake-indexeddb/auto'
import { expect, onTestFinished, test } from 'vitest'
import { removePlace, savePlace } from '../../../src/app/data/change-place.ts'
import { openDatabase, type CoopDatabase } from '../../../src/app/data/database.ts'
import { deviceTools } from '../../../src/app/data/device-tools.ts'
import { reportSheets } from '../../../src/app/data/export-own.ts'
import { placeNames, placesOfScope } from '../../../src/app/data/places.ts'
import { reportsByDay } from '../../../src/app/data/reports.ts'
import { runCycle } from '../../../src/app/data/run-cycle.ts'
import { deleteDocument, saveDocument } from '../../../src/app/data/save-document.ts'
import { fetchTransport } from '../../../src/app/data/transport.ts'
import { groupFiguresSchema } from '../../../src/domain/access/group-figures.ts'
import { permittedActivityPageSchema } from '../../../src/domain/access/permitted-activity.ts'
import { calendarDaySchema } from '../../../src/domain/calendar-day.ts'
import { documentIdSchema, type DocumentId } from '../../../src/domain/ids.ts'
import type { JsonObject } from '../../../src/domain/json.ts'
import { cast } from '../../../src/server/demonstration/cast.ts'
import { townHall } from '../../../src/server/demonstration/demonstration-structures.ts'
import type { App } from '../../../src/server/http/app.ts'
import type { Store } from '../../../src/server/store/store.ts'
import { purgeTombstones } from '../../../src/server/sync/purge.ts'
import { retireDeletedPlaces } from '../../../src/server/sync/retire-deleted-places.ts'
import { placeSchema } from '../../../src/domain/place/place.ts'
import { aReport } from '../../builders/a-report.ts'
import { aDocumentId } from '../../builders/an-id.ts'
import { beside, describeEachStore } from '../each-store.ts'
import { aClock, anApp, signedIn, type TestClock } from '../test-app.ts'
import { plantCast, scopeOf } from '../test-cast.ts'

/*
 * A correction loses nothing. In the first national tool the departure of an advisor wiped the place of all their
 * reports: here the app's own data layer and the whole server hold what past reports say of place, structure and day.
 */

interface World {
  readonly store: Store
  readonly app: App
  readonly clock: TestClock
  /** A device of Awa's, which syncs over the server's own routes. */
  readonly device: () => Promise<Device>
  readonly chantalReads: (path: string) => Promise<unknown>
}

interface Device {
  readonly db: CoopDatabase
  readonly syncs: () => Promise<void>
}

const scope = scopeOf('awa')
let devices = 0

async function aWorld(store: Store): Promise<World> {
  await plantCast(store)
  const clock = aClock()
  const app = await anApp(store, { clock })
  const device = async (): Promise<Device> => {
    const db = openDatabase(cast.awa.id, `past-reports-${(devices += 1)}`)
    onTestFinished(() => db.delete())
    const tools = { ...deviceTools, now: () => clock().getTime() }
    const syncs = async () => {
      const transport = await transportOver(app)
      for (let cycle = 0; cycle < 20; cycle += 1) {
        const outcome = await beside(() => runCycle({ db, transport, tools }))
        if (outcome.kind === 'stopped') throw new Error(`The device doesn't sync: ${outcome.reason}`)
        if (!outcome.more) return
      }
      throw new Error('The device syncs without end')
    }
    return { db, syncs }
  }
  const chantalReads = async (path: string) => {
    const url = `/api/structures/${townHall.id}/${path}`
    const answer = await app.inject({ url, headers: await signedIn(app, cast.chantal.id) })
    expect(answer.statusCode, answer.body).toBe(200)
    return answer.json<unknown>()
  }
  return { store, app, clock, device, chantalReads }
}

/** The app's own transport, over the server's routes without a network. */
async function transportOver(app: App) {
  const { cookie } = await signedIn(app, cast.awa.id)
  return fetchTransport(async (path, init) => {
    const { body, method = 'GET' } = init ?? {}
    const answer = await app.inject({
      // The app names its routes by their paths alone.
      url: path as string,
      method,
      headers: { ...Object.fromEntries(new Headers(init?.headers)), cookie },
      ...(body !== undefined &&
        body !== null && { payload: typeof body === 'string' ? body : Buffer.from(body as ArrayBuffer) }),
    })
    const headers = Object.entries(answer.headers).map(
      ([name, value]) => [name, String(value)] as [string, string],
    )
    return new Response(answer.body === '' ? null : answer.body, { status: answer.statusCode, headers })
  })
}

const places = {
  library: { name: 'Médiathèque de Saint-Girons', commune: '09261' },
  hall: { name: 'Salle des fêtes', commune: '09268' },
  bus: { name: 'Bus numérique', commune: '09122' },
}

async function addPlaceTo(db: CoopDatabase, words: { name: string; commune: string }): Promise<DocumentId> {
  return savePlace(db, { scope, place: placeSchema.parse(words) })
}

async function files(db: CoopDatabase, place: JsonObject, date: string): Promise<void> {
  const body = aReport({ date, place })
  await saveDocument(db, { scope, collection: 'report', id: aDocumentId(), body })
}

const at = (lieuId: DocumentId): JsonObject => ({ kind: 'lieu_activite', lieuId })

/** Awa works in three places, at somebody's home and from afar. */
async function awaWorks({ db, syncs }: Device) {
  const library = await addPlaceTo(db, places.library)
  const hall = await addPlaceTo(db, places.hall)
  const bus = await addPlaceTo(db, places.bus)
  await files(db, at(library), '2026-11-02')
  await files(db, at(hall), '2026-11-03')
  await files(db, at(bus), '2026-11-04')
  await files(db, { kind: 'domicile', commune: '09289' }, '2026-11-05')
  await files(db, { kind: 'a_distance' }, '2026-11-06')
  await syncs()
  return { library, hall, bus }
}

const november = 'du=2026-11-01&au=2026-11-15&avant-du=2026-10-01&avant-au=2026-10-15&pas=mois'

/** All that the structure is told of those days: report by report, one of them opened, and counted. */
async function structureSees({ chantalReads }: World) {
  const { items } = permittedActivityPageSchema.parse(await chantalReads('activities'))
  const ofNovember = items.filter(({ date }) => date <= '2026-11-15')
  const figures = groupFiguresSchema.parse(await chantalReads(`figures?${november}`))
  // Of the day on which they are asked for.
  const advisors = figures.advisors.map((one) => ({ ...one, isQuiet: null, isUnderContract: null }))
  const opened = await Promise.all(ofNovember.map(({ id }) => chantalReads(`activities/${id}`)))
  return {
    reports: ofNovember,
    opened: opened.map((one) => ({ ...(one as object), readings: [] })),
    figures: { ...figures, countedAt: '', advisors },
  }
}

/** What Awa's own list and files say of her past reports. */
async function awaSees({ db }: Device) {
  const names = await placeNames(db)
  const reports = await reportsByDay(db, { limit: 100 })
  const sheets = await reportSheets(db, new Map([[scope, townHall.name]]))
  return {
    list: reports
      .filter(({ report }) => report.date <= '2026-11-15')
      .map(({ id, report }) => [id, report.date, placeNameOf(report, names)]),
    rows: sheets.activities.rows.filter((row) => !row.some((cell) => cell.startsWith('2026-11-2'))),
  }
}

function placeNameOf(report: object, names: ReadonlyMap<string, string>): string | undefined {
  const place: unknown = 'place' in report ? report.place : undefined
  const lieu = typeof place === 'object' && place !== null && 'lieuId' in place ? place.lieuId : undefined
  return typeof lieu === 'string' ? names.get(lieu) : 'no place of activity'
}

describeEachStore('past reports', (given) => {
  test('say the same of place, structure and day after places were renamed, moved and taken away', async () => {
    const world = await aWorld(given())
    const phone = await world.device()
    const { library, hall, bus } = await awaWorks(phone)
    const before = { structure: await structureSees(world), awa: await awaSees(phone) }
    expect(before.structure.reports.map(({ placeName, communeName }) => placeName ?? communeName)).toEqual([
      'Saint-Girons',
      expect.any(String),
      'Bus numérique',
      'Salle des fêtes',
      'Médiathèque de Saint-Girons',
    ])
    const parsed = (words: object) => placeSchema.parse(words)
    await savePlace(phone.db, {
      scope,
      id: library,
      place: parsed({ ...places.library, name: 'Micro-Folie' }),
    })
    await savePlace(phone.db, { scope, id: hall, place: parsed({ ...places.hall, commune: '09225' }) })
    await removePlace(phone.db, bus)
    await phone.syncs()
    expect((await placesOfScope(phone.db, scope)).map(({ name, commune }) => [name, commune])).toEqual([
      ['Micro-Folie', '09261'],
      ['Salle des fêtes', '09225'],
    ])
    expect({ structure: await structureSees(world), awa: await awaSees(phone) }).toEqual(before)
    // So does a device that learns of it all afterwards, and what is kept once what was deleted is long past.
    world.clock.forward({ days: 500 })
    await beside(() => purgeTombstones(given(), world.clock()))
    const laptop = await world.device()
    await laptop.syncs()
    expect({ structure: await structureSees(world), awa: await awaSees(laptop) }).toEqual(before)
  })

  test('say the same after the departure of their advisor, whoever reads them', async () => {
    const world = await aWorld(given())
    const phone = await world.device()
    await awaWorks(phone)
    const before = { structure: await structureSees(world), awa: await awaSees(phone) }
    await beside(() =>
      given()
        .db.updateTable('contract')
        .set({ ends: calendarDaySchema.parse('2026-11-23') })
        .where('scope_id', '=', scope)
        .execute(),
    )
    await phone.syncs()
    expect({ structure: await structureSees(world), awa: await awaSees(phone) }).toEqual(before)
    // The scope is closed: nothing more is taken, and the author goes on reading their own.
    world.clock.forward({ days: 200 })
    await phone.syncs()
    expect({ structure: await structureSees(world), awa: await awaSees(phone) }).toEqual(before)
    const laptop = await world.device()
    await laptop.syncs()
    expect(await awaSees(laptop)).toEqual(before.awa)
  })

  test('say the same where an earlier version of the app deleted a place, long after', async () => {
    const world = await aWorld(given())
    const phone = await world.device()
    const { bus } = await awaWorks(phone)
    const before = { structure: await structureSees(world), awa: await awaSees(phone) }
    await deleteDocument(phone.db, { collection: 'place', id: bus })
    const gone = aDocumentId()
    await saveDocument(phone.db, {
      scope,
      collection: 'report',
      id: gone,
      body: aReport({ date: '2026-11-20', place: at(bus) }),
    })
    await phone.syncs()
    await deleteDocument(phone.db, { collection: 'report', id: gone })
    await phone.syncs()
    expect(await beside(() => retireDeletedPlaces(given(), world.clock()))).toBe(1)
    expect(await beside(() => retireDeletedPlaces(given(), world.clock()))).toBe(0)
    world.clock.forward({ days: 500 })
    expect(await beside(() => purgeTombstones(given(), world.clock()))).toBe(1)
    await phone.syncs()
    const laptop = await world.device()
    await laptop.syncs()
    for (const device of [phone, laptop]) {
      expect({ structure: await structureSees(world), awa: await awaSees(device) }).toEqual(before)
      expect((await placesOfScope(device.db, scope)).map(({ name }) => name)).not.toContain('Bus numérique')
    }
  })

  test('what is filed after a place has moved is filed where it is', async () => {
    const world = await aWorld(given())
    const phone = await world.device()
    const { hall } = await awaWorks(phone)
    const moved = placeSchema.parse({ ...places.hall, commune: '09225' })
    const now = await savePlace(phone.db, { scope, id: hall, place: moved })
    expect(now).not.toBe(hall)
    await files(phone.db, at(documentIdSchema.parse(now)), '2026-11-20')
    await phone.syncs()
    const { items } = permittedActivityPageSchema.parse(await world.chantalReads('activities'))
    const inHall = items.filter(({ placeName }) => placeName === 'Salle des fêtes')
    expect(inHall.map(({ date, commune }) => [date, commune])).toEqual([
      ['2026-11-20', '09225'],
      ['2026-11-03', '09268'],
    ])
  })
})
