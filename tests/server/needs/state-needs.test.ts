import { expect, test } from 'vitest'
import { stateFiguresSchema } from '../../../src/domain/access/state-figures.ts'
import {
  foundTerritoriesSchema,
  stateNeedsSchema,
  type StateNeeds,
} from '../../../src/domain/access/state-needs.ts'
import { calendarDaySchema } from '../../../src/domain/calendar-day.ts'
import type { JsonObject } from '../../../src/domain/json.ts'
import { cast } from '../../../src/server/demonstration/cast.ts'
import { loadDemonstration } from '../../../src/server/demonstration/load-demonstration.ts'
import type { App } from '../../../src/server/http/app.ts'
import type { Store } from '../../../src/server/store/store.ts'
import { aReport } from '../../builders/a-report.ts'
import { aDocumentId } from '../../builders/an-id.ts'
import { beside, describeEachStore } from '../each-store.ts'
import { keptOnce } from '../kept-world.ts'
import { lastLine } from '../last-line.ts'
import { aClock, anApp, signedIn } from '../test-app.ts'
import { plantByTurns, plantCast } from '../test-cast.ts'

async function asks(app: App, path: string, person: keyof typeof cast = 'farid') {
  return app.inject({ url: `/api/state/needs${path}`, headers: await signedIn(app, cast[person].id) })
}

async function read(app: App, territory = '', year = '') {
  const query = new URLSearchParams({
    ...(territory && { territoire: territory }),
    ...(year && { annee: year }),
  })
  const answer = await asks(app, `?${query.toString()}`)
  expect(answer.statusCode, answer.body).toBe(200)
  return stateNeedsSchema.parse(answer.json())
}

function editionOf({ edition }: StateNeeds): NonNullable<StateNeeds['edition']> {
  if (!edition) throw new Error('no year is told')
  return edition
}

/** Reports at somebody's home, each for another person. */
async function plantReports(
  store: Store,
  number: number,
  commune: string,
  body: JsonObject = {},
): Promise<void> {
  const reports = Array.from({ length: number }, () => ({
    id: aDocumentId(),
    body: aReport({ date: '2025-06-10', place: { kind: 'domicile', commune }, ...body }),
  }))
  await plantByTurns(store, reports)
}

/** In the Couserans, around Foix and elsewhere in Ariège: enough for details, and some small ones. */
const ariegeOnce = keptOnce(async (store) => {
  await plantCast(store)
  await plantReports(store, 60, '09261', { themes: ['email'] })
  await plantReports(store, 6, '09261', { themes: ['sante'] })
  await plantReports(store, 2, '09261', { themes: ['bureautique'] })
  await plantReports(store, 52, '09268', { themes: ['email'] })
  await plantReports(store, 6, '09268', { themes: ['sante'] })
  await plantReports(store, 8, '09285', { themes: ['email'] })
  await plantReports(store, 3, '09182', { themes: ['email'] })
  await plantReports(store, 30, '09122', { themes: ['email'] })
  await plantReports(store, 20, '09225', { themes: ['sante'] })
  await plantReports(store, 10, '09324', { themes: ['email'] })
})
const plantAriege = (store: Store) => beside(() => ariegeOnce(store))

describeEachStore('needs of territories', (given) => {
  test('are told of a year that is over, with what is hidden and what is none', async () => {
    await plantAriege(given())
    const app = await anApp(given())
    const nation = await read(app)
    expect(nation.years).toEqual([2025])
    expect(editionOf(nation).now).toEqual({
      accompaniments: 197,
      values: { 'theme:email': 163, 'theme:sante': 32 },
    })
    const departments = editionOf(nation).within
    expect(departments).toHaveLength(109)
    expect(departments.find(({ code }) => code === '09')).toMatchObject({
      name: 'Ariège',
      accompaniments: 197,
    })
    expect(departments.find(({ code }) => code === '11')).toMatchObject({ accompaniments: 0 })

    const ariege = await read(app, 'departement:09')
    expect(ariege.above.map(({ name }) => name)).toEqual(['France entière', 'Occitanie'])
    const within = new Map(editionOf(ariege).within.map((row) => [row.code, row.accompaniments]))
    // Massat is small; the two smallest of its EPCI that aren't keep it company.
    expect(['09182', '09285', '09268', '09261', '09122'].map((code) => within.get(code))).toEqual([
      null,
      null,
      null,
      68,
      30,
    ])
    expect(within.get('09029')).toBe(0)
    expect(within.get('200067940')).toBe(137)
    expect(within.size).toBe(325 + 8)

    const couserans = await read(app, 'epci:200067940')
    expect(editionOf(couserans).now.values).toEqual({ 'theme:email': 123 })
    const saintGirons = await read(app, 'commune:09261')
    expect(saintGirons).toMatchObject({ territory: { name: 'Saint-Girons' } })
    expect(editionOf(saintGirons).now).toEqual({ accompaniments: 68, values: { 'theme:email': 60 } })
    expect(editionOf(await read(app, 'commune:09182')).now).toEqual({ accompaniments: null, values: {} })
  })

  test('stay as they were told, whatever is filed afterwards, and are told by another year when that is over', async () => {
    await plantAriege(given())
    const clock = aClock()
    const app = await anApp(given(), { clock })
    const before = await read(app, 'departement:09')
    await plantReports(given(), 9, '09261')
    await plantReports(given(), 9, '09261', { date: '2026-03-02' })
    await app.figuresCopy.stop()
    const later = await anApp(given(), { clock })
    expect(await read(later, 'departement:09')).toEqual(before)
    clock.forward({ days: 80 })
    const next = await read(await anApp(given(), { clock }), 'departement:09')
    expect(next.years).toEqual([2026, 2025])
    expect(editionOf(next)).toMatchObject({
      year: 2026,
      now: { accompaniments: 9 },
      before: { accompaniments: 197 },
    })
    expect(editionOf(await read(await anApp(given(), { clock }), 'departement:09', '2025')).now).toEqual(
      editionOf(before).now,
    )
  })

  test('are made once where several ask at once', async () => {
    await plantAriege(given())
    const apps = [await anApp(given()), await anApp(given())]
    const answers = await Promise.all(apps.flatMap((app) => [read(app), read(app)]))
    for (const answer of answers) expect(answer).toEqual(answers[0])
    const rows = await beside(() =>
      given().db.selectFrom('needs_row').select('code').where('kind', '=', 'commune').execute(),
    )
    expect(rows).toHaveLength(7)
  })

  test('of an empty server are none', async () => {
    await plantCast(given())
    expect(await read(await anApp(given()))).toMatchObject({ years: [], edition: null })
    expect(await beside(() => given().db.selectFrom('needs_edition').selectAll().execute())).toEqual([])
  })

  test('hold nothing that is hidden in the database either, nor anything but counts', async () => {
    await plantAriege(given())
    await read(await anApp(given()))
    const rows = await beside(() => given().db.selectFrom('needs_row').selectAll().execute())
    expect(rows.filter(({ accompaniments }) => accompaniments !== null && accompaniments < 5)).toEqual([])
    const values = rows.flatMap(({ values_shown: shown }) => Object.entries(shown ?? {}))
    expect(values.filter(([, count]) => typeof count !== 'number' || count < 5)).toEqual([])
  })

  test('are refused to everybody else, and beyond a department', async () => {
    await plantAriege(given())
    const app = await anApp(given())
    for (const person of ['awa', 'chantal', 'elsa', 'gaelle'] as const)
      for (const path of ['', '?territoire=departement:09', '/territories?recherche=foix'])
        expect((await asks(app, path, person)).statusCode, `${person} ${path}`).toBe(403)
    expect((await app.inject({ url: '/api/state/needs' })).statusCode).toBe(401)
    await beside(() => given().db.updateTable('state_remit').set({ department: '09' }).execute())
    for (const territory of ['france:', 'region:76', 'departement:11', 'commune:11069', 'epci:999999999'])
      expect((await asks(app, `?territoire=${territory}`)).statusCode, territory).toBe(403)
    expect((await asks(app, '')).statusCode).toBe(403)
    const own = await read(app, 'departement:09')
    expect(own.above).toEqual([])
    expect((await read(app, 'commune:09261')).above.map(({ kind }) => kind)).toEqual(['departement', 'epci'])
    const found = foundTerritoriesSchema.parse((await asks(app, '/territories?recherche=saint')).json())
    expect(found.territories.filter(({ code }) => !code.startsWith('09'))).toEqual([])
  })

  test('of an EPCI that reaches over a department’s bounds are the nation’s', async () => {
    await plantAriege(given())
    const app = await anApp(given())
    const reachesOver = 'epci:243100567'
    const codesOf = async () => editionOf(await read(app, 'departement:11')).within.map(({ code }) => code)
    expect((await asks(app, `?territoire=${reachesOver}`)).statusCode).toBe(200)
    expect(await codesOf()).toContain('243100567')
    await beside(() => given().db.updateTable('state_remit').set({ department: '11' }).execute())
    expect((await asks(app, `?territoire=${reachesOver}`)).statusCode).toBe(403)
    expect(await codesOf()).not.toContain('243100567')
    const found = await asks(app, '/territories?recherche=canal du midi')
    expect(found.json()).toEqual({ territories: [] })
  })

  test.each([
    ['a territory of no kind', '?territoire=canton:0912', 400],
    ['a commune that there never was', '?territoire=commune:99999', 404],
    ['an EPCI that there isn’t', '?territoire=epci:123456789', 404],
    ['a year that isn’t over', '?annee=2026', 404],
    ['a year that is none', '?annee=25', 400],
    ['a search of one letter', '/territories?recherche=a', 400],
  ])('of %s are refused', async (_, path, status) => {
    await plantAriege(given())
    expect((await asks(await anApp(given()), path)).statusCode).toBe(status)
  })

  test('are found by name, number and code, the likeliest first', async () => {
    await plantCast(given())
    const app = await anApp(given())
    const found = async (text: string) =>
      foundTerritoriesSchema
        .parse((await asks(app, `/territories?recherche=${encodeURIComponent(text)}`)).json())
        .territories.map(({ kind, name }) => `${kind} ${name}`)
    expect((await found('st girons'))[0]).toBe('commune Saint-Girons')
    expect((await found('ariege'))[0]).toBe('departement Ariège')
    expect((await found('09'))[0]).toBe('departement Ariège')
    expect(await found('couserans')).toContain('epci CC Couserans-Pyrénées')
    expect((await found('occitanie'))[0]).toBe('region Occitanie')
    expect(await found('09200')).toContain('commune Saint-Girons')
    expect(await found('france')).toContain('france France entière')
  })
})

/** As somebody would who has all that the State reads: its figures by any filter, and every table that is told. */
describeEachStore('whoever holds the tables against the department’s own figures', (given) => {
  test('finds no small count in the demonstration’s year', async () => {
    const now = new Date('2026-11-23T10:00:00.000Z')
    await beside(() => loadDemonstration(given(), { today: calendarDaySchema.parse('2026-11-23'), now }))
    const app = await anApp(given())
    const { within } = editionOf(await read(app, 'departement:09', '2025'))
    const shown = new Map<string, StateNeeds>()
    for (const { kind, code, accompaniments } of within)
      if (accompaniments !== 0) shown.set(`${kind}:${code}`, await read(app, `${kind}:${code}`, '2025'))
    const year = 'du=2025-01-01&au=2025-12-31'
    const live = async (filter: string) => {
      const answer = await app.inject({
        url: `/api/state/figures?${year}&departement=09${filter}`,
        headers: await signedIn(app, cast.farid.id),
      })
      expect(answer.statusCode, answer.body).toBe(200)
      return stateFiguresSchema.parse(lastLine(answer.body)).totals.accompaniments
    }
    const values = ['', ...Object.keys(editionOf(await read(app, 'departement:09', '2025')).now.values)]
    expect(values.length).toBeGreaterThan(20)
    const isOf = (text: string, kind: string) => text.startsWith(`${kind}:`)
    const countOf = (needs: StateNeeds, value: string) =>
      value === '' ? editionOf(needs).now.accompaniments : editionOf(needs).now.values[value]
    let subtracted = 0
    for (const value of values) {
      const whole = await live(value === '' ? '' : `&filtre=${value}`)
      if (whole === null) continue
      const epcis = [...shown].filter(
        ([text, needs]) => isOf(text, 'epci') && typeof countOf(needs, value) === 'number',
      )
      const communes = [...shown].filter(
        ([text, needs]) => isOf(text, 'commune') && typeof countOf(needs, value) === 'number',
      )
      const sum = (some: typeof epcis) =>
        some.reduce((total, [, needs]) => total + (countOf(needs, value) ?? 0), 0)
      const inEpci = (needs: StateNeeds, text: string) =>
        needs.above.some(({ kind, code }) => `${kind}:${code}` === text)
      const alone = communes.filter(([, needs]) => !epcis.some(([text]) => inEpci(needs, text)))
      const rests = [
        whole - sum(epcis) - sum(alone),
        ...epcis.map(
          ([text, needs]) =>
            (countOf(needs, value) ?? 0) - sum(communes.filter(([, one]) => inEpci(one, text))),
        ),
      ]
      for (const rest of rests) expect(rest === 0 || rest >= 5, `${value} ${rest}`).toBe(true)
      subtracted += rests.filter((rest) => rest > 0).length
    }
    expect(subtracted).toBeGreaterThan(20)
  })
})
