import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  activitiesShownToState,
  arePeopleEnough,
  barsShown,
  shownToState,
} from '../../../src/domain/access/state-figures.ts'
import { documentIdSchema } from '../../../src/domain/ids.ts'
import type { FacetValue } from '../../../src/domain/report/search/facets.ts'
import { reportIn } from '../../../src/domain/report/report-in.ts'
import { computeFigures, factsAsked } from '../../../src/domain/statistics/compute-figures.ts'
import { factBook, type FactBook } from '../../../src/domain/statistics/fact-book.ts'
import { factOf } from '../../../src/domain/statistics/fact-of.ts'
import type { Period } from '../../../src/domain/statistics/period.ts'
import { isSmall } from '../../../src/domain/statistics/small-counts.ts'
import { aDocumentId, aScopeId } from '../../builders/an-id.ts'
import { randomReport } from '../../builders/random-reports.ts'

const idOf = (number: number) =>
  documentIdSchema.parse(`019ab000-0000-7000-8000-${String(number).padStart(12, '0')}`)
const neighbours = { people: [1, 2, 3, 4, 5, 6, 7].map(idOf), places: [8, 9].map(idOf) }
const scope = aScopeId()
// All the days that reports are of.
const always = { from: '2026-01-01', to: '2027-12-31' } as Period

const books = fc.array(randomReport(neighbours), { maxLength: 40 }).map((bodies) => {
  const facts = bodies.flatMap((body) => {
    const report = reportIn(body)
    return report ? [factOf(report, { scope, id: aDocumentId() })] : []
  })
  const nowhere = { communeOfPlace: new Map<string, string>(), communeOfScope: new Map<string, string>() }
  return factBook(facts, { identityOf: (id) => id, ...nowhere })
})
const figures = books.map((book) => filtered(book, []))

function filtered(book: FactBook, values: readonly FacetValue[]) {
  return computeFigures(book, factsAsked(book, always, { values }), always)
}

type Shown = ReturnType<typeof shownToState>

/** All that is found by subtracting what one answer shows from what another shows of the same. */
function differencesOf(whole: Shown, part: Shown): number[] {
  const cellsOf = ({ totals, weights, traits }: Shown) => ({
    accompaniments: totals.accompaniments,
    beneficiaries: totals.beneficiaries.total,
    // A trait counts people, and weighs the activities where there was such a person: two cells of the same name.
    ...Object.fromEntries(Object.entries(traits).map(([value, persons]) => [`people of ${value}`, persons])),
    ...Object.fromEntries(Object.entries(weights).map(([value, [, persons]]) => [value, persons])),
  })
  const others: Readonly<Record<string, number | null>> = cellsOf(whole)
  return Object.entries(cellsOf(part)).flatMap(([cell, persons]) => {
    const other = others[cell]
    return persons === null || other === null || other === undefined ? [] : other - persons
  })
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0)
}

test('no count of one to four persons is shown, nor found by subtracting one that is shown from another', () => {
  fc.assert(
    fc.property(figures, (whole) => {
      const { totals, weights, traits, hidden } = shownToState(whole)
      const { beneficiaries, newOnes, accompaniments } = totals
      const told = [accompaniments, newOnes, ...Object.values(beneficiaries)]
      const cells = [...Object.values(weights).map(([, persons]) => persons), ...Object.values(traits)]
      expect([...told, ...cells].filter((count) => count !== null && isSmall(count))).toEqual([])
      const known = beneficiaries.total ?? 0
      expect(isSmall(known - (newOnes ?? known))).toBe(false)
      for (const trait of ['sexe:', 'age:', 'statut:']) {
        if (hidden.some((value) => value.startsWith(trait))) continue
        const table = Object.entries(traits).filter(([value]) => value.startsWith(trait))
        expect(isSmall(known - sum(table.map(([, count]) => count))), trait).toBe(false)
      }
      // Each activity is of one kind: what is hidden of one alone would be the total less the others.
      const personsOf = (value: string) => whole.weights.get(value as FacetValue)?.accompaniments ?? 0
      const kinds = hidden.filter((value) => value.startsWith('type:') && personsOf(value) > 0)
      expect(accompaniments !== null && kinds.length === 1).toBe(false)
    }),
    { numRuns: 200 },
  )
})

test('nothing that a filter leaves out by one to four persons is found by asking with and without it', () => {
  const filters: FacetValue[] = [
    'type:individuel',
    'theme:email',
    'duree:30',
    'sexe:feminin',
    'lieu:domicile',
  ]
  let differences = 0
  fc.assert(
    fc.property(books, fc.subarray(filters, { minLength: 1, maxLength: 2 }), (book, values) => {
      const fewer = [[], ...values.map((value) => values.filter((other) => other !== value))]
      const around = fewer.map((left) => filtered(book, left))
      const shown = shownToState(filtered(book, values), around)
      for (const whole of around.map((one) => shownToState(one))) {
        const found = differencesOf(whole, shown)
        differences += found.filter((difference) => difference > 0).length
        expect(found.filter(isSmall)).toEqual([])
      }
    }),
    { numRuns: 200 },
  )
  // There was something to find.
  expect(differences).toBeGreaterThan(100)
})

test('where anonymous people are enough, people hide nothing that activities tell, whichever values are left out', () => {
  const filters: FacetValue[] = ['theme:email', 'theme:sante', 'theme:cv', 'type:collectif', 'duree:30']
  const seen = { more: 0, fewer: 0 }
  fc.assert(
    fc.property(books, fc.subarray(filters, { minLength: 1, maxLength: 3 }), (book, values) => {
      const fewer = [[], ...values.map((value) => values.filter((other) => other !== value))]
      const [asked, around] = [filtered(book, values), fewer.map((left) => filtered(book, left))]
      fc.pre(arePeopleEnough(anonymousIn(asked), around.map(anonymousIn)))
      for (const { accompaniments } of around)
        if (accompaniments !== asked.accompaniments)
          seen[accompaniments > asked.accompaniments ? 'more' : 'fewer'] += 1
      const early = activitiesShownToState(asked, around, { isTotal: false, values: new Set() })
      expect(shownToState(asked, around).totals.activities).toBe(early.totals.activities)
    }),
    { numRuns: 200 },
  )
  expect(Math.min(seen.more, seen.fewer)).toBeGreaterThan(0)
})

function anonymousIn({ accompaniments, beneficiaries: { anonymous } }: ReturnType<typeof filtered>) {
  return { accompaniments, anonymous }
}

test('of one to four accompaniments nothing at all is told', () => {
  fc.assert(
    fc.property(figures, (whole) => {
      fc.pre(isSmall(whole.accompaniments))
      const { totals, weights, traits, hidden, delay } = shownToState(whole)
      expect([totals.activities, totals.accompaniments, totals.minutes]).toEqual([null, null, null])
      expect([weights, traits, hidden]).toEqual([{}, {}, []])
      expect(delay).toEqual({ activities: 0, median: null })
    }),
    { numRuns: 30 },
  )
})

test('a bar that isn’t told takes another one with it', () => {
  const bars = [12, 20, 30].map((accompaniments) => ({ accompaniments, activities: accompaniments }))
  expect(barsShown(bars, new Set([1])).map(({ activities }) => activities)).toEqual([null, null, 30])
})

test('a bar that is hidden takes another one with it', () => {
  const bars = [12, 2, 30].map((accompaniments) => ({ accompaniments, activities: accompaniments }))
  expect(barsShown(bars).map(({ accompaniments, activities }) => [accompaniments, activities])).toEqual([
    [null, null],
    [null, null],
    [30, 30],
  ])
})
