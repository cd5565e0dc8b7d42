import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CalendarDay } from '../../../src/domain/calendar-day.ts'
import type { DocumentId, ScopeId } from '../../../src/domain/ids.ts'
import type { JsonObject } from '../../../src/domain/json.ts'
import { reportSchema } from '../../../src/domain/report/report.ts'
import type { FacetValue } from '../../../src/domain/report/search/facets.ts'
import { computeFigures, computeTotals, factsAsked } from '../../../src/domain/statistics/compute-figures.ts'
import type { Fact } from '../../../src/domain/statistics/fact.ts'
import { factBook, type Surroundings } from '../../../src/domain/statistics/fact-book.ts'
import { factOf } from '../../../src/domain/statistics/fact-of.ts'
import { packFacts, unpackFacts } from '../../../src/domain/statistics/packed-facts.ts'
import type { Period } from '../../../src/domain/statistics/period.ts'
import { aReport, aReportOfKind } from '../../builders/a-report.ts'
import { aDocumentId, aScopeId } from '../../builders/an-id.ts'
import { comparable } from '../../builders/comparable-figures.ts'
import { naiveFigures } from '../../builders/naive-figures.ts'
import { randomDay, randomReport } from '../../builders/random-reports.ts'

const scope = aScopeId()
const around: Surroundings = {
  identityOf: (person) => person,
  communeOfPlace: new Map(),
  communeOfScope: new Map([[scope, '09261']]),
}
const november: Period = { from: '2026-11-01' as CalendarDay, to: '2026-11-30' as CalendarDay }

const fact = (body: JsonObject, own: ScopeId = scope, id: DocumentId = aDocumentId()): Fact =>
  factOf(reportSchema.parse(body), { scope: own, id })

function figuresOf(
  facts: readonly Fact[],
  { period = november, values = [], with: known = around }: FiguresAsked = {},
) {
  const book = factBook(facts, known)
  return computeFigures(book, factsAsked(book, period, { values }), period)
}

interface FiguresAsked {
  period?: Period
  values?: FacetValue[]
  with?: Surroundings
}

const person = aDocumentId()
const seen = (date: string) => aReport({ date, beneficiary: { kind: 'suivi', id: person } })
const group = (anonymous: JsonObject, fields: JsonObject = {}) =>
  aReportOfKind('collectif', { anonymous, ...fields })

describe('the examples of domain.md, “What is counted”', () => {
  test.each([
    ['one anonymous individuel', [aReport()], [1, 1, 1, 0, 1, 1]],
    [
      'the same, already accompanied',
      [aReport({ beneficiary: { kind: 'anonyme', alreadyAccompanied: true } })],
      [1, 1, 1, 0, 1, 0],
    ],
    [
      'one named person, three individuels in the period, the first ever among them',
      [seen('2026-11-03'), seen('2026-11-10'), seen('2026-11-10')],
      [3, 3, 1, 1, 0, 1],
    ],
    [
      'the same, the first ever before the period',
      [seen('2026-10-31'), seen('2026-11-03'), seen('2026-11-10'), seen('2026-11-17')],
      [3, 3, 1, 1, 0, 0],
    ],
    [
      'a workshop: 2 named (new) + 8 anonymous of whom 3 already accompanied',
      [
        group(
          { total: 8, alreadyAccompanied: 3 },
          { participants: [{ id: aDocumentId() }, { id: aDocumentId() }] },
        ),
      ],
      [1, 10, 10, 2, 8, 7],
    ],
    [
      'the same 8 anonymous people at 4 workshops',
      [
        group({ total: 8 }),
        group({ total: 8, alreadyAccompanied: 8 }),
        group({ total: 8, alreadyAccompanied: 8 }),
        group({ total: 8, alreadyAccompanied: 6 }),
      ],
      [4, 32, 32, 0, 32, 10],
    ],
  ])('%s', (_, bodies, counted) => {
    const { activities, accompaniments, beneficiaries, newOnes } = figuresOf(bodies.map((body) => fact(body)))
    expect([
      activities,
      accompaniments,
      beneficiaries.total,
      beneficiaries.named,
      beneficiaries.anonymous,
      newOnes.total,
    ]).toEqual(counted)
  })
})

test('hours count once per activity, whatever the number of participants, and a partnership has none', () => {
  const facts = [
    fact(group({ total: 12 }, { minutes: 90 })),
    fact(aReportOfKind('hors_accompagnement', { minutes: 30 })),
    fact(aReportOfKind('partenariat')),
  ]
  expect(figuresOf(facts).minutes).toEqual({ accompaniment: 90, rest: 30, total: 120 })
})

test('breakdowns weigh accompaniments, and the shares of a field with several values may add up to more than all', () => {
  const { weights, accompaniments } = figuresOf([
    fact(group({ total: 9 }, { themes: ['email', 'bureautique'] })),
    fact(aReport({ themes: ['email'] })),
  ])
  expect(accompaniments).toBe(10)
  expect(weights.get('theme:email')).toEqual({ activities: 2, accompaniments: 10, minutes: 90 })
  expect(weights.get('theme:bureautique')?.accompaniments).toBe(9)
})

test('a mission counts an accompaniment once, however many of its themes it touches', () => {
  const { weights } = figuresOf([fact(aReport({ themes: ['email', 'bureautique', 'parentalite'] }))])
  expect(weights.get('mission:1')?.accompaniments).toBe(1)
  expect(weights.get('mission:2')?.accompaniments).toBe(1)
  expect(weights.get('mission:3')).toBeUndefined()
})

test('a commune is that of the home, of the activity place, or of the structure at a distance', () => {
  const lieuId = aDocumentId()
  const communeOfPlace = new Map([[lieuId as string, '09122']])
  const { weights } = figuresOf(
    [
      fact(aReport({ place: { kind: 'domicile', commune: '2A004' } })),
      fact(aReport({ place: { kind: 'lieu_activite', lieuId } })),
      fact(aReport({ place: { kind: 'a_distance' } })),
    ],
    { with: { ...around, communeOfPlace } },
  )
  const communes = ['2A004', '09122', '09261'].map((code) => weights.get(`commune:${code}`)?.accompaniments)
  expect(communes).toEqual([1, 1, 1])
})

test('a person is counted as they were on the day of their first activity in the period', () => {
  const young = {
    date: '2026-11-03',
    beneficiary: { kind: 'suivi', id: person, gender: 'feminin', ageRange: 'quarante_cinquante_neuf' },
  }
  const older = {
    date: '2026-11-10',
    beneficiary: { kind: 'suivi', id: person, gender: 'feminin', ageRange: 'soixante_soixante_neuf' },
  }
  const { traits } = figuresOf([fact(aReport(older)), fact(aReport(young))])
  expect([...traits]).toEqual([
    ['sexe:feminin', 1],
    ['age:quarante_cinquante_neuf', 1],
  ])
})

test('people who were merged are one, and one whose first time was under the other name is not new', () => {
  const other = aDocumentId()
  const identityOf = (id: string) => (id === other ? person : id)
  const facts = [
    fact(aReport({ date: '2026-10-05', beneficiary: { kind: 'suivi', id: other } })),
    fact(aReport({ date: '2026-11-05', beneficiary: { kind: 'suivi', id: other } })),
    fact(seen('2026-11-06')),
  ]
  const { beneficiaries, newOnes } = figuresOf(facts, { with: { ...around, identityOf } })
  expect([beneficiaries.named, newOnes.total]).toEqual([1, 0])
})

test('somebody who was erased counts as an anonymous person each time, and as new at the first alone', () => {
  const facts = [fact(seen('2026-11-03')), fact(seen('2026-11-10')), fact(seen('2026-11-10'))]
  const { beneficiaries, newOnes, accompaniments } = figuresOf(facts, {
    with: { ...around, identityOf: () => undefined },
  })
  expect(accompaniments).toBe(3)
  expect(beneficiaries).toEqual({ named: 0, anonymous: 3, total: 3 })
  expect(newOnes).toEqual({ named: 0, anonymous: 1, total: 1 })
})

test('the filing delay is a median in days, and what came from a file has none', () => {
  const late = (filedOn: string, fields: JsonObject = {}) => fact(aReport({ filedOn, ...fields }))
  const { delay, weights } = figuresOf([
    late('2026-11-20'),
    late('2026-11-21'),
    late('2026-11-29'),
    late('2027-02-01', { imported: true }),
  ])
  expect(delay).toEqual({ activities: 3, median: 1 })
  expect(weights.get('delai:8')?.activities).toBe(1)
})

test('a filter keeps whole activities', () => {
  const facts = [fact(group({ total: 8, gender: { feminin: 1 } })), fact(aReport())]
  expect(figuresOf(facts, { values: ['sexe:feminin'] }).accompaniments).toBe(8)
})

const [one, two, three, four] = [aDocumentId(), aDocumentId(), aDocumentId(), aDocumentId()]
const neighbours = { people: [one, two, three, four], places: [aDocumentId(), aDocumentId()] }
const scopes = [scope, aScopeId()]

const world = fc.record({
  bodies: fc.array(fc.tuple(randomReport(neighbours), fc.nat({ max: 1 })), { maxLength: 25 }),
  days: fc.tuple(randomDay, randomDay),
  isMerged: fc.boolean(),
  isErased: fc.boolean(),
})

test('facts give the figures of whole bodies, over any reports, periods, merges and erasures', () => {
  fc.assert(
    fc.property(world, ({ bodies, days, isMerged, isErased }) => {
      const [from, to] = days[0] < days[1] ? days : [days[1], days[0]]
      const people = {
        merged: new Map<string, string>(isMerged ? [[one, two]] : []),
        erased: new Set<string>(isErased ? [three] : []),
      }
      const documents = bodies.map(([body, own]) => ({
        scope: scopes[own] ?? scope,
        id: aDocumentId(),
        body,
      }))
      const facts = documents.map(({ body, scope: own, id }) => fact(body, own, id))
      const identityOf = (id: string) => (people.erased.has(id) ? undefined : (people.merged.get(id) ?? id))
      const stored = unpackFacts(packFacts(facts))
      const figures = figuresOf(stored, { period: { from, to }, with: { ...around, identityOf } })
      expect(comparable(figures)).toEqual(naiveFigures(documents, { from, to }, people))
    }),
    { numRuns: 300 },
  )
})

test('totals of scopes add up, distinct people too', () => {
  fc.assert(
    fc.property(fc.array(randomReport(neighbours), { maxLength: 20 }), (bodies) => {
      const facts = bodies.map((body, index) => fact(body, scopes[index % 2]))
      const totalOf = (some: readonly Fact[]) => {
        const book = factBook(some, around)
        return computeTotals(book, factsAsked(book, november, { values: [] }), november).beneficiaries.total
      }
      const [mine, theirs] = scopes.map((own) => facts.filter((some) => some.scope === own))
      expect(totalOf(facts)).toBe(totalOf(mine ?? []) + totalOf(theirs ?? []))
    }),
  )
})

test('a stored fact takes a few dozen bytes', () => {
  const facts = Array.from({ length: 100 }, (_, index) =>
    fact(
      aReport({
        date: `2026-11-${String(1 + (index % 28)).padStart(2, '0')}`,
        themes: ['email', 'bureautique'],
      }),
    ),
  )
  const { ids, words, numbers } = packFacts(facts)
  expect((ids.join('').length + words.join('').length + numbers.length) / facts.length).toBeLessThan(90)
})
