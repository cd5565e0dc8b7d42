import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { figuresIn, groupFiguresSchema } from '../../../src/domain/access/group-figures.ts'
import type { DocumentId } from '../../../src/domain/ids.ts'
import type { JsonObject } from '../../../src/domain/json.ts'
import { computeFigures, factsAsked } from '../../../src/domain/statistics/compute-figures.ts'
import { cast } from '../../../src/server/demonstration/cast.ts'
import { scopeBook } from '../../../src/server/figures/scope-book.ts'
import type { App } from '../../../src/server/http/app.ts'
import type { CountedChange } from '../../../src/server/store/counted-changes.ts'
import { aPlace } from '../../builders/a-place.ts'
import { aReport } from '../../builders/a-report.ts'
import { aDocumentId, aScopeId } from '../../builders/an-id.ts'
import { comparable } from '../../builders/comparable-figures.ts'
import { naiveFigures } from '../../builders/naive-figures.ts'
import { randomReport } from '../../builders/random-reports.ts'
import { describeEachStore } from '../each-store.ts'
import { anApp } from '../test-app.ts'
import { plantCast, plantDocument } from '../test-cast.ts'
import {
  asksFigures,
  idOf,
  november,
  plantTellingReports,
  readsFigures,
  toldByReports,
} from './ask-figures.ts'

const read = (app: App, query?: string) => readsFigures(app, 'chantal', 'structures', query)

describeEachStore('figures of a structure', (given) => {
  test('are those of all its advisors, or of one', async () => {
    await plantCast(given())
    await plantDocument(given(), 'awa', { collection: 'place', id: idOf(900), body: aPlace() })
    const atPlace = { place: { kind: 'lieu_activite', lieuId: idOf(900) }, themes: ['email'] }
    await plantDocument(given(), 'awa', {
      id: idOf(1),
      body: aReport({ date: '2026-11-19', minutes: 45, ...atPlace }),
    })
    await plantDocument(given(), 'awa', { id: idOf(2), body: aReport({ date: '2026-10-06' }) })
    await plantDocument(given(), 'bruno', { id: idOf(3), body: aReport({ date: '2026-11-03', minutes: 30 }) })
    const app = await anApp(given())

    const all = await read(app)
    expect(all.totals).toMatchObject({ activities: 2, accompaniments: 2, minutes: { total: 75 } })
    expect(all.before.totals.activities).toBe(1)
    expect(all.bars.map(({ activities }) => activities)).toEqual([2])
    expect(all.weights[`lieu:${idOf(900)}`]).toEqual([1, 1, 45])
    expect(all.places).toEqual({ [idOf(900)]: 'Médiathèque de Saint-Girons' })
    expect(all.communes).toMatchObject({ '09261': 'Saint-Girons' })

    const ofBruno = await read(app, `${november}&conseiller=${cast.bruno.id}`)
    expect(ofBruno.totals).toMatchObject({ activities: 1, minutes: { total: 30 } })
    expect(all.advisors.map(({ name, counted }) => [name, counted])).toEqual([
      ['Awa Diallo', { activities: 1, accompaniments: 1, minutes: 45 }],
      [expect.stringMatching(/^Bruno /), { activities: 1, accompaniments: 1, minutes: 30 }],
    ])
  })

  test('list advisors by name, each with the last day of activity, and never rank them', async () => {
    await plantCast(given())
    await plantDocument(given(), 'bruno', { id: idOf(3), body: aReport({ date: '2026-11-03' }) })
    const { advisors } = await read(await anApp(given()))
    expect(advisors.map(({ name, lastActivity }) => [name, lastActivity])).toEqual([
      ['Awa Diallo', null],
      [expect.stringMatching(/^Bruno /), '2026-11-03'],
    ])
  })

  test('follow each change', async () => {
    await plantCast(given())
    const app = await anApp(given())
    expect((await read(app)).totals.activities).toBe(0)
    await plantDocument(given(), 'awa', { id: idOf(1), body: aReport({ date: '2026-11-19', minutes: 45 }) })
    expect((await read(app)).totals.minutes.total).toBe(45)
    await plantDocument(given(), 'awa', { id: idOf(1), body: aReport({ date: '2026-11-19', minutes: 60 }) })
    expect((await read(app)).totals.minutes.total).toBe(60)
  })

  test('leave out the days without a contract', async () => {
    await plantCast(given())
    // Contracts began in 2024: what came before was entered by mistake, or for somebody else.
    await plantDocument(given(), 'awa', { id: idOf(1), body: aReport({ date: '2023-11-19' }) })
    const years = 'du=2023-01-01&au=2023-12-31&avant-du=2022-01-01&avant-au=2022-12-31&pas=mois'
    const { totals, advisors } = await read(await anApp(given()), years)
    expect(totals.activities).toBe(0)
    expect(advisors.map(({ lastActivity }) => lastActivity)).toEqual([null, null])
  })

  test('I14 tell nothing of who the people are, nor of tags, notes and other places', async () => {
    await plantCast(given())
    await plantTellingReports(given())
    await plantDocument(given(), 'hugo', { id: idOf(3), body: aReport({ date: '2026-11-19' }) })
    const answer = await asksFigures(await anApp(given()), 'chantal', 'structures')
    expect(groupFiguresSchema.parse(answer.json()).totals).toMatchObject({
      activities: 2,
      beneficiaries: { named: 1, anonymous: 8, total: 9 },
    })
    expect(answer.body).not.toMatch(toldByReports)
    expect(answer.body).not.toMatch('Hugo')
  })

  test.each([
    ['days the wrong way round', november.replace('au=2026-11-30', 'au=2026-10-30')],
    ['a century', november.replace('du=2026-11-01', 'du=1926-11-01')],
    ['no days', 'pas=mois'],
  ])('of %s are refused', async (_, query) => {
    await plantCast(given())
    const answer = await asksFigures(await anApp(given()), 'chantal', 'structures', query)
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([400, 'invalid-request'])
  })
})

describe('the book of a scope', () => {
  const neighbours = { people: [1, 2, 3, 4].map(idOf), places: [5, 6].map(idOf) }
  const always = { from: '2026-10-01', to: '2026-11-15' } as Parameters<typeof factsAsked>[1]
  const page = (id: DocumentId, more: Partial<CountedChange> = {}): CountedChange => ({
    id,
    collection: 'beneficiary',
    state: 'live',
    body: {},
    ...more,
  })

  test('counts what domain.md says, whoever was merged or erased', () => {
    const [first, second, third] = neighbours.people as [DocumentId, DocumentId, DocumentId]
    fc.assert(
      fc.property(
        fc.array(randomReport(neighbours), { minLength: 1, maxLength: 25 }),
        fc.boolean(),
        fc.boolean(),
        (bodies, isMerged, isErased) => {
          const scope = aScopeId()
          const reports = bodies.map((body: JsonObject) => ({ scope, id: aDocumentId(), body }))
          const pages = [
            page(first, isMerged ? { body: { mergedInto: second } } : {}),
            page(second),
            page(third, isErased ? { state: 'erased' } : {}),
          ]
          const book = scopeBook({ scope, commune: '09261' }, [
            ...reports.map(({ id, body }): CountedChange => ({
              id,
              collection: 'report',
              state: 'live',
              body,
            })),
            ...pages,
          ])
          const figures = computeFigures(book, factsAsked(book, always, { values: [] }), always)
          expect(comparable(figures)).toEqual(
            naiveFigures(reports, always, {
              merged: new Map(isMerged ? [[first, second]] : []),
              erased: new Set(isErased ? [third] : []),
            }),
          )
        },
      ),
      { numRuns: 60 },
    )
  })
})

test('what a structure reads of figures is what was counted', () => {
  const totals = {
    activities: 1,
    accompaniments: 2,
    beneficiaries: { named: 0, anonymous: 2, total: 2 },
    newOnes: { named: 0, anonymous: 2, total: 2 },
    minutes: { accompaniment: 60, rest: 0, total: 60 },
    eventParticipants: 0,
  }
  const wire = groupFiguresSchema.parse({
    countedAt: '2026-11-23T10:00:00.000Z',
    period: { from: '2026-11-01', to: '2026-11-30' },
    before: { period: { from: '2026-10-01', to: '2026-10-31' }, totals },
    totals,
    weights: { 'theme:email': [1, 2, 60] },
    delay: { activities: 1, median: null },
    step: 'mois',
    bars: [],
    advisors: [],
    places: {},
    communes: {},
  })
  const figures = figuresIn(wire)
  expect(figures).toMatchObject(totals)
  expect(figures.weights.get('theme:email')).toEqual({ activities: 1, accompaniments: 2, minutes: 60 })
  expect(figures.delay.median).toBeUndefined()
})
