import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { publicFiguresSchema, shownToPublic } from '../../../src/domain/access/public-figures.ts'
import { documentIdSchema } from '../../../src/domain/ids.ts'
import { reportIn } from '../../../src/domain/report/report-in.ts'
import type { FacetValue } from '../../../src/domain/report/search/facets.ts'
import { facetOf } from '../../../src/domain/report/search/report-filter.ts'
import { computeFigures, factsAsked, type Figures } from '../../../src/domain/statistics/compute-figures.ts'
import { factBook } from '../../../src/domain/statistics/fact-book.ts'
import { factOf } from '../../../src/domain/statistics/fact-of.ts'
import type { Period } from '../../../src/domain/statistics/period.ts'
import { isSmall } from '../../../src/domain/statistics/small-counts.ts'
import { timelineOf, type TimeBar } from '../../../src/domain/statistics/timeline.ts'
import { aDocumentId, aScopeId } from '../../builders/an-id.ts'
import { randomReport } from '../../builders/random-reports.ts'

const idOf = (number: number) =>
  documentIdSchema.parse(`019ab000-0000-7000-8000-${String(number).padStart(12, '0')}`)
const neighbours = { people: [1, 2, 3, 4, 5, 6, 7].map(idOf), places: [8, 9].map(idOf) }
const scope = aScopeId()
// All the days that reports are of.
const always = { from: '2026-01-01', to: '2027-12-31' } as Period

interface Counted {
  figures: Figures
  bars: TimeBar[]
}

const counted = fc.array(randomReport(neighbours), { maxLength: 60 }).map((bodies): Counted => {
  const facts = bodies.flatMap((body) => {
    const report = reportIn(body)
    return report ? [factOf(report, { scope, id: aDocumentId() })] : []
  })
  const places = new Map(neighbours.places.map((id) => [id, '09261']))
  const book = factBook(facts, {
    identityOf: (id) => id,
    communeOfPlace: places,
    communeOfScope: new Map([[scope, '09261']]),
  })
  const asked = factsAsked(book, always, { values: [] })
  return { figures: computeFigures(book, asked, always), bars: timelineOf(asked, always, 'mois') }
})

const shownOf = ({ figures, bars }: Counted) => shownToPublic(figures, bars, (code) => `commune ${code}`)

/** The cells of a table, those that are hidden too: what an attacker doesn't have. */
function table(figures: Figures, facet: string): [FacetValue, number][] {
  const all: [FacetValue, number][] = ['sexe', 'age', 'statut'].includes(facet)
    ? [...figures.traits]
    : [...figures.weights].map(([value, { accompaniments }]) => [value, accompaniments])
  return all.filter(([value, persons]) => facetOf(value) === facet && persons > 0)
}

const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0)

/** Tables of which each accompaniment is in one cell: what isn't shown of them is the total less what is. */
const ofOneCell = ['type', 'duree', 'commune'] as const

test('no count of one to four persons is in what anybody may read', () => {
  fc.assert(
    fc.property(counted, (all) => {
      const { totals, weights, traits, bars } = shownOf(all)
      const told = [
        totals.accompaniments,
        totals.newOnes,
        ...Object.values(totals.beneficiaries),
        ...Object.values(weights).map(([, persons]) => persons),
        ...Object.values(traits),
        ...bars.map(({ accompaniments }) => accompaniments),
      ]
      expect(told.filter((count) => count !== null && isSmall(count))).toEqual([])
    }),
    { numRuns: 200 },
  )
})

test('subtracting a table from what it is of finds no small count', () => {
  fc.assert(
    fc.property(counted, (all) => {
      const { totals, weights, traits, bars } = shownOf(all)
      if (totals.accompaniments === null) return
      const left: [string, number, number][] = ofOneCell.map((facet) => {
        const cells = table(all.figures, facet)
        const shown = cells.filter(([value]) => Object.hasOwn(weights, value))
        return [
          facet,
          all.figures.accompaniments - sum(shown.map(([, count]) => count)),
          cells.length - shown.length,
        ]
      })
      const seen = bars.flatMap(({ accompaniments }) => accompaniments ?? [])
      left.push(['bars', totals.accompaniments - sum(seen), bars.length - seen.length])
      for (const trait of ['sexe', 'age', 'statut']) {
        const shown = Object.entries(traits).filter(([value]) => value.startsWith(`${trait}:`))
        const hidden = table(all.figures, trait).length - shown.length
        const rest = all.figures.beneficiaries.total - sum(shown.map(([, count]) => count))
        // Those of whom nothing is known are a cell too: alone, they are as well found.
        left.push([trait, rest, hidden])
      }
      expect(left.filter(([, persons]) => isSmall(persons))).toEqual([])
      // One hidden cell alone is what is left: it may only be of nobody, or large because its neighbour is the rest.
      expect(
        left.filter(
          ([name, persons, cells]) => cells === 1 && persons > 0 && ofOneCell.some((one) => one === name),
        ),
      ).toEqual([])
    }),
    { numRuns: 200 },
  )
})

test('what one table hides, another one that counts the same doesn’t tell', () => {
  fc.assert(
    fc.property(counted, (all) => {
      const { weights, totals } = shownOf(all)
      if (totals.accompaniments === null) return
      const isShown = (value: string) => Object.hasOwn(weights, value)
      const [theme, mission] = ['theme:aide_aux_demarches_administratives', 'mission:3']
      expect(isShown(theme)).toBe(isShown(mission))
      const parts = (facets: readonly string[]) =>
        Object.keys(weights).filter((value) => facets.some((facet) => value.startsWith(`${facet}:`)))
      const told = [
        { whole: theme, of: ['demarche'] },
        { whole: 'type:individuel', of: ['autonomie', 'orientation', 'besoin'] },
        { whole: 'type:collectif', of: ['niveau'] },
      ].flatMap(({ whole, of }) => (isShown(whole) ? [] : parts(of)))
      expect(told).toEqual([])
    }),
    { numRuns: 200 },
  )
})

test('nothing tells of a place, of where somebody lives, of a tag, of a person, or which communes are hidden', () => {
  fc.assert(
    fc.property(counted, (all) => {
      const shown = shownOf(all)
      const said = [...Object.keys(shown.weights), ...Object.keys(shown.traits), ...shown.hidden]
      expect(
        said.filter((value) => /^(personne|etiquette|residence|qui|deja|structure|note)/.test(value)),
      ).toEqual([])
      expect(said.filter((value) => value.startsWith('lieu:') && /\d/.test(value))).toEqual([])
      expect(shown.hidden.filter((value) => value.startsWith('commune:'))).toEqual([])
      expect(
        Object.keys(shown.communes)
          .map((code) => `commune:${code}`)
          .sort(),
      ).toEqual(
        Object.keys(shown.weights)
          .filter((value) => value.startsWith('commune:'))
          .sort(),
      )
      const answer = { countedAt: '2026-11-23T10:00:00.000Z', period: always, step: 'mois', ...shown }
      expect(publicFiguresSchema.safeParse(answer).success).toBe(true)
    }),
    { numRuns: 100 },
  )
})

test('of one to four accompaniments nothing is told but that there is nothing to tell', () => {
  fc.assert(
    fc.property(counted, (all) => {
      fc.pre(isSmall(all.figures.accompaniments))
      const { bars, totals, ...rest } = shownOf(all)
      expect(Object.values(totals).every((total) => total === null || typeof total === 'object')).toBe(true)
      expect(
        bars.every(({ accompaniments, activities }) => accompaniments === null && activities === null),
      ).toBe(true)
      expect(rest).toEqual({
        weights: {},
        traits: {},
        hidden: [],
        delay: { activities: 0, median: null },
        communes: {},
        hasHiddenCommunes: false,
      })
    }),
    { numRuns: 30 },
  )
})
