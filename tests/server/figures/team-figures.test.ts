import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { permittedFigures } from '../../../src/domain/access/group-figures.ts'
import { addDays, calendarDaySchema } from '../../../src/domain/calendar-day.ts'
import { computeFigures, factsAsked } from '../../../src/domain/statistics/compute-figures.ts'
import { joinBooks } from '../../../src/domain/statistics/fact-book.ts'
import { cast } from '../../../src/server/demonstration/cast.ts'
import { ariegeTeam } from '../../../src/server/demonstration/demonstration-people.ts'
import { association, townHall } from '../../../src/server/demonstration/demonstration-structures.ts'
import { scopeBook } from '../../../src/server/figures/scope-book.ts'
import type { App } from '../../../src/server/http/app.ts'
import { createAssignment, putContract } from '../../../src/server/store/provisioning-assignments.ts'
import { putTeamMember } from '../../../src/server/store/provisioning-teams.ts'
import type { Store } from '../../../src/server/store/store.ts'
import { inTransaction } from '../../../src/server/store/transaction.ts'
import { writeServerDocument } from '../../../src/server/sync/write-server-document.ts'
import { aReport } from '../../builders/a-report.ts'
import { aScopeId, aUuid } from '../../builders/an-id.ts'
import { randomReport } from '../../builders/random-reports.ts'
import { beside, describeEachStore } from '../each-store.ts'
import { anApp, signedIn } from '../test-app.ts'
import { plantCast, plantDocument, scopeOf } from '../test-cast.ts'
import {
  asksFigures,
  idOf,
  november,
  plantTellingReports,
  readsFigures,
  toldByReports,
} from './ask-figures.ts'

const read = (app: App, query?: string) => readsFigures(app, 'elsa', 'teams', query)
const day = (text: string) => calendarDaySchema.parse(text)

/** Awa's first day in the team, as the cast has it. */
const awaJoined = '2024-11-01'

/** A stay of Awa's in the team, or another end of the one that began that day. */
async function plantStay(
  store: Store,
  joins: string,
  leaves: string | null,
  scope = scopeOf('awa'),
): Promise<void> {
  const days = { joins: day(joins), leaves: leaves === null ? null : day(leaves) }
  await beside(() => putTeamMember(store.db, { team: ariegeTeam.id, scope, ...days }))
}

/** A second post of Awa's, at the association, with one activity. */
async function plantSecondPost(store: Store) {
  const scope = aScopeId()
  const post = { scope, person: cast.awa.id, structure: association.id, role: 'advisor' as const }
  const body = aReport({ date: '2026-11-19', minutes: 30, themes: ['culture_numerique'] })
  await beside(() =>
    inTransaction(store, async (tx) => {
      await createAssignment(tx, post)
      await putContract(tx, { scope, id: aUuid(), starts: day('2026-01-01'), ends: null })
      const filed = { by: cast.awa.id, at: '2026-11-20T09:00:00.000Z' }
      await writeServerDocument(tx, { scope, collection: 'report', id: idOf(50), body, ...filed })
    }),
  )
  return scope
}

async function plantReports(store: Store, days: readonly string[]): Promise<void> {
  for (const [number, date] of days.entries())
    await plantDocument(store, 'awa', { id: idOf(number + 1), body: aReport({ date }) })
}

describeEachStore('figures of a team', (given) => {
  test('are those of its advisors, whoever employs them', async () => {
    await plantCast(given())
    await plantDocument(given(), 'awa', { id: idOf(1), body: aReport({ date: '2026-11-19', minutes: 45 }) })
    await plantDocument(given(), 'awa', { id: idOf(2), body: aReport({ date: '2026-10-06' }) })
    await plantDocument(given(), 'hugo', { id: idOf(3), body: aReport({ date: '2026-11-03', minutes: 30 }) })
    const app = await anApp(given())

    const all = await read(app)
    expect(all.totals).toMatchObject({ activities: 2, accompaniments: 2, minutes: { total: 75 } })
    expect(all.before.totals.activities).toBe(1)
    expect(all.communes).toMatchObject({ '09261': 'Saint-Girons' })

    const ofHugo = await read(app, `${november}&conseiller=${cast.hugo.id}`)
    expect(ofHugo.totals).toMatchObject({ activities: 1, minutes: { total: 30 } })
  })

  test('list its members by name, each with the last day of activity, and never rank them', async () => {
    await plantCast(given())
    await plantDocument(given(), 'hugo', { id: idOf(3), body: aReport({ date: '2026-11-03' }) })
    const { advisors } = await read(await anApp(given()))
    const presence = { isAway: false, isQuiet: true }
    const standing = { isUnderContract: true, isInTeam: true, lastActivity: null, ...presence, missions: [] }
    expect(advisors).toEqual([
      { ...standing, id: cast.awa.id, name: 'Awa Diallo' },
      { ...standing, id: cast.bruno.id, name: 'Bruno Estèbe' },
      { ...standing, id: cast.hugo.id, name: 'Hugo Lafont', lastActivity: '2026-11-03', missions: ['1'] },
    ])
  })

  test('I14 tell that somebody is away, and not why: who is isn’t quiet', async () => {
    await plantCast(given())
    const away = { kind: 'maladie', from: '2026-11-20', to: '2026-11-27', declaredBy: 'advisor' }
    await plantDocument(given(), 'hugo', { id: idOf(4), collection: 'absence', body: away })
    const { advisors } = await read(await anApp(given()))
    expect(JSON.stringify(advisors)).not.toMatch(/maladie|2026-11-2/)
    expect(advisors.map(({ name, isAway, isQuiet }) => [name, isAway, isQuiet])).toEqual([
      ['Awa Diallo', false, true],
      ['Bruno Estèbe', false, true],
      ['Hugo Lafont', true, false],
    ])
  })

  test('count the days from joining to leaving, both of them, and none between two stays', async () => {
    await plantCast(given())
    await plantStay(given(), awaJoined, '2026-11-05')
    await plantStay(given(), '2026-11-15', null)
    await plantReports(given(), ['2026-11-05', '2026-11-06', '2026-11-14', '2026-11-15'])
    const { totals, advisors } = await read(await anApp(given()))
    expect(totals.activities).toBe(2)
    expect(advisors.map(({ name }) => name)).toEqual(['Awa Diallo', 'Bruno Estèbe', 'Hugo Lafont'])
  })

  test('count once what two stays hold', async () => {
    await plantCast(given())
    await plantStay(given(), '2026-11-01', null)
    await plantReports(given(), ['2026-11-19'])
    expect((await read(await anApp(given()))).totals.activities).toBe(1)
  })

  test('say who has left, whose last activity is that of a day in the team', async () => {
    await plantCast(given())
    await plantStay(given(), awaJoined, '2026-11-05')
    await plantReports(given(), ['2026-11-04', '2026-11-20'])
    const { advisors } = await read(await anApp(given()))
    expect(advisors[0]).toMatchObject({
      name: 'Awa Diallo',
      isInTeam: false,
      isUnderContract: true,
      lastActivity: '2026-11-04',
    })
  })

  test('leave out the days in the team without a contract', async () => {
    await plantCast(given())
    await plantStay(given(), '2022-01-01', awaJoined)
    await plantReports(given(), ['2023-11-19'])
    const years = 'du=2023-01-01&au=2023-12-31&avant-du=2022-01-01&avant-au=2022-12-31&pas=mois'
    const { totals, advisors } = await read(await anApp(given()), years)
    expect(totals.activities).toBe(0)
    expect(advisors[0]?.lastActivity).toBeNull()
  })

  test('count every post that is in the team, of one advisor, and no other', async () => {
    await plantCast(given())
    await plantReports(given(), ['2026-11-03'])
    const second = await plantSecondPost(given())
    const app = await anApp(given())
    expect((await read(app)).totals).toMatchObject({ activities: 1, minutes: { total: 45 } })

    await plantStay(given(), '2026-01-01', null, second)
    const { totals, advisors } = await read(app, `${november}&conseiller=${cast.awa.id}`)
    expect(totals).toMatchObject({ activities: 2, minutes: { total: 75 } })
    expect(advisors.map(({ name, lastActivity, missions }) => [name, lastActivity, missions])).toEqual([
      ['Awa Diallo', '2026-11-19', ['1', '2']],
      ['Bruno Estèbe', null, []],
      ['Hugo Lafont', null, []],
    ])
  })

  test('are what the pure functions count of the same days', async () => {
    await plantCast(given())
    await plantStay(given(), awaJoined, '2026-09-20')
    await plantStay(given(), '2026-10-20', null)
    const neighbours = { people: [1, 2, 3, 4].map(idOf), places: [5, 6].map(idOf) }
    const period = { from: day('2026-09-01'), to: day('2026-11-30') }
    const bodies = fc
      .sample(randomReport(neighbours), { numRuns: 40, seed: 20_261_123 })
      // Over the whole quarter, each advisor's in turn: samples keep to the first days of those that they may have.
      .map((body, index) => {
        const date = addDays(period.from, (index % 20) * 4 + (index >= 20 ? 1 : 0))
        return { ...body, date, filedOn: addDays(date, index % 5) }
      })
    const halves = { awa: bodies.slice(0, 20), hugo: bodies.slice(20) }
    const bookOf = async (advisor: keyof typeof halves, commune: string) => {
      const documents = halves[advisor].map((body, index) => ({ id: idOf(100 + index), body }))
      for (const document of documents) await plantDocument(given(), advisor, document)
      const reports = documents.map((document) => ({
        ...document,
        collection: 'report' as const,
        state: 'live' as const,
      }))
      return scopeBook({ scope: scopeOf(advisor), commune }, reports)
    }
    const book = joinBooks([await bookOf('awa', townHall.commune), await bookOf('hugo', association.commune)])
    const facts = factsAsked(book, period, { values: [] })
    const counted = facts.filter(
      ({ scope, date }) => scope !== scopeOf('awa') || date <= '2026-09-20' || date >= '2026-10-20',
    )
    expect([facts.length, counted.length]).toEqual([40, 32])

    const quarter = 'du=2026-09-01&au=2026-11-30&avant-du=2026-06-01&avant-au=2026-08-31&pas=mois'
    const answer = await read(await anApp(given()), quarter)
    expect(answer).toMatchObject(permittedFigures(computeFigures(book, counted, period)))
  })

  test('I14 tell nothing of who the people are, nor of tags and notes', async () => {
    await plantCast(given())
    await plantTellingReports(given())
    const answer = await asksFigures(await anApp(given()), 'elsa', 'teams')
    expect(answer.body).toContain('"named":1,"anonymous":8')
    expect(answer.body).not.toMatch(toldByReports)
  })

  test('I14 are refused to those who don’t coordinate it, the same as for a team that doesn’t exist', async () => {
    await plantCast(given())
    const app = await anApp(given())
    const refusalOf = async (person: keyof typeof cast, url?: string) => {
      const answer = url
        ? await app.inject({ url, headers: await signedIn(app, cast[person].id) })
        : await asksFigures(app, person, 'teams')
      const { type, code, status } = answer.json<Record<string, unknown>>()
      return { type, code, status, httpStatus: answer.statusCode }
    }
    const refused = await refusalOf('chantal')
    expect(refused).toMatchObject({ code: 'forbidden', httpStatus: 403 })
    for (const person of ['awa', 'denis', 'farid', 'gaelle'] as const)
      expect(await refusalOf(person)).toEqual(refused)
    expect(await refusalOf('elsa', `/api/teams/${idOf(1)}/figures?${november}`)).toEqual(refused)
  })

  test('I14 are refused as soon as one doesn’t coordinate it any more', async () => {
    await plantCast(given())
    const app = await anApp(given())
    expect((await asksFigures(app, 'elsa', 'teams')).statusCode).toBe(200)
    await beside(() =>
      given().db.deleteFrom('team_coordinator').where('person_id', '=', cast.elsa.id).execute(),
    )
    expect((await asksFigures(app, 'elsa', 'teams')).statusCode).toBe(403)
  })
})
