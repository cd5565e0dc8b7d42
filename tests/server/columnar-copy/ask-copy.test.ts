import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { documentIdSchema, epochSchema, type DocumentId, type ScopeId } from '../../../src/domain/ids.ts'
import type { FacetValue } from '../../../src/domain/report/search/facets.ts'
import { facetOf } from '../../../src/domain/report/search/report-filter.ts'
import { traitNames } from '../../../src/domain/report/search/trait-facets.ts'
import { computeFigures, factsAsked, type Figures } from '../../../src/domain/statistics/compute-figures.ts'
import { joinBooks, type FactBook } from '../../../src/domain/statistics/fact-book.ts'
import type { Period } from '../../../src/domain/statistics/period.ts'
import { askCopy } from './asked-alone/ask-copy.ts'
import type { CopiedValue } from '../../../src/server/columnar-copy/copied-activity.ts'
import { openCopy, type ColumnarCopy } from '../../../src/server/columnar-copy/columnar-copy.ts'
import { afterChanges, emptyScope, type CopiedScope } from '../../../src/server/columnar-copy/copied-scope.ts'
import { writeScopes } from './write-scopes.ts'
import { scopeBook } from '../../../src/server/figures/scope-book.ts'
import type { CountedChange } from '../../../src/server/store/counted-changes.ts'
import { randomDay, randomReport } from '../../builders/random-reports.ts'
import { aScopeId } from '../../builders/an-id.ts'

let copy: ColumnarCopy

beforeAll(async () => {
  copy = await openCopy(undefined, epochSchema.parse('019ab000-0000-7000-8000-0000000000ee'))
})

afterAll(() => copy.close())

function idOf(number: number): DocumentId {
  return documentIdSchema.parse(`019ab000-0000-7000-8000-${String(number).padStart(12, '0')}`)
}

const neighbours = { people: [1, 2, 3, 4].map(idOf), places: [5, 6].map(idOf) }
const oneOfPeople = fc.constantFrom(...neighbours.people)

/** What a scope's documents become: reports that are filed, corrected and deleted, people merged and erased, places. */
const change: fc.Arbitrary<CountedChange> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc
      .tuple(fc.integer({ min: 10, max: 24 }), randomReport(neighbours))
      .map(([number, body]) => change_(number, 'report', 'live', body)),
  },
  {
    weight: 1,
    arbitrary: fc.integer({ min: 10, max: 24 }).map((number) => change_(number, 'report', 'deleted', {})),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(oneOfPeople, oneOfPeople).map(([id, into]) => ({
      id,
      collection: 'beneficiary' as const,
      state: 'live' as const,
      body: id === into ? {} : { mergedInto: into },
    })),
  },
  {
    weight: 1,
    arbitrary: oneOfPeople.map((id) => ({
      id,
      collection: 'beneficiary' as const,
      state: 'erased' as const,
      body: {},
    })),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom(...neighbours.places), fc.constantFrom('09261', '09122'))
      .map(([id, commune]) => ({
        id,
        collection: 'place' as const,
        state: 'live' as const,
        body: { commune },
      })),
  },
)

function change_(
  number: number,
  collection: CountedChange['collection'],
  state: CountedChange['state'],
  body: CountedChange['body'],
): CountedChange {
  return { id: idOf(number), collection, state, body }
}

const filters: readonly CopiedValue[][] = [
  [],
  [],
  ['theme:email', 'theme:smartphone'],
  ['type:collectif'],
  ['type:individuel', 'commune:09261'],
  ['sexe:feminin'],
]

const question = fc.record({
  days: fc.tuple(randomDay, randomDay),
  values: fc.constantFrom(...filters),
  ofWhom: fc.constantFrom('all', 'first'),
  isThere: fc.constantFrom(undefined, (commune: string) => commune.startsWith('09')),
})

/** What the copy tells of figures: nothing of one person, place or tag. */
function told({ weights, ...figures }: Figures) {
  const isTold = (value: FacetValue) =>
    !/^(personne|etiquette|note|import|structure|qui|deja|orientee|participants|animation|sujet|origine|avec|nature|partenaire|lieu:0)/.test(
      value,
    ) && !traitNames.some((name) => name === facetOf(value))
  const entries = [...weights]
    .filter(([value]) => isTold(value))
    .map(([value, weight]) => [value, { ...weight }])
  return {
    ...figures,
    traits: Object.fromEntries(figures.traits),
    weights: Object.fromEntries(entries) as unknown,
  }
}

test('what the copy counts is what the domain counts, after any changes, for any question', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(fc.tuple(fc.nat({ max: 1 }), change), { maxLength: 12 }), {
        minLength: 1,
        maxLength: 3,
      }),
      fc.array(question, { minLength: 1, maxLength: 3 }),
      async (batches, questions) => {
        const scopes: [ScopeId, ScopeId] = [aScopeId(), aScopeId()]
        const documents = scopes.map(() => new Map<DocumentId, CountedChange>())
        let known: CopiedScope[] = scopes.map(emptyScope)
        for (const [seq, batch] of batches.entries()) {
          const moved = known.map((before, which) => {
            const own = batch.filter(([of]) => of === which).map(([, one]) => one)
            for (const one of own) documents[which]?.set(one.id, one)
            return { before, after: afterChanges(before, own, { seq: seq + 1, commune: '09261' }) }
          })
          await writeScopes(copy, moved)
          known = moved.map(({ after }) => after)
        }
        const books = scopes.map((scope, which) =>
          bookFromNothing(scope, [...(documents[which]?.values() ?? [])]),
        )
        for (const { days, values, ofWhom, isThere } of questions) {
          const [from, to] = days[0] < days[1] ? days : [days[1], days[0]]
          const period: Period = { from, to }
          const asked = ofWhom === 'all' ? scopes : scopes.slice(0, 1)
          const book = joinBooks(books.slice(0, asked.length))
          const facts = factsAsked(book, period, { values }).filter(
            ({ values: own }) =>
              !isThere || own.some((value) => value.startsWith('commune:') && isThere(value.slice(8))),
          )
          const expected = computeFigures(book, facts, period)
          const ask = { period, values, scopes: asked, isThere }
          expect(told(await askCopy(copy, ask))).toEqual(told(expected))
        }
      },
    ),
    { numRuns: 60 },
  )
})

/** The way of the server's other figures, over all documents at once. */
function bookFromNothing(scope: ScopeId, documents: readonly CountedChange[]): FactBook {
  const counted = documents.filter(({ collection, state }) => collection !== 'report' || state === 'live')
  return scopeBook({ scope, commune: '09261' }, counted)
}
