import type { DuckDBValue } from '@duckdb/node-api'
import type { FacetValue } from '../../../../src/domain/report/search/facets.ts'
import { facetOf } from '../../../../src/domain/report/search/report-filter.ts'
import { traitNames, type TraitValue } from '../../../../src/domain/report/search/trait-facets.ts'
import type { BeneficiaryFigures, People } from '../../../../src/domain/statistics/beneficiary-figures.ts'
import type { Figures } from '../../../../src/domain/statistics/compute-figures.ts'
import { medianOf, type FilingDelay } from '../../../../src/domain/statistics/filing-delay.ts'
import type { Weight } from '../../../../src/domain/statistics/weights.ts'
import { asked, isWhole, ofPeriod, type CopyQuestion } from './asked-rows.ts'
import { rowsOf, type ColumnarCopy } from '../../../../src/server/columnar-copy/columnar-copy.ts'
import {
  profileNames,
  profiles,
  type CopiedFacet,
} from '../../../../src/server/columnar-copy/copied-activity.ts'

/**
 * Everything that a page of figures shows, asked of the copy's tables by each question alone: what the server counts of all
 * months and filters in one go has to come to the same.
 *
 * @param facets those that activities are broken down by
 */
export async function askCopy(
  copy: ColumnarCopy,
  question: CopyQuestion,
  facets: readonly CopiedFacet[] = allBreakdowns,
): Promise<Figures> {
  return { ...(await askActivities(copy, question, facets)), ...(await askPeople(copy, question)) }
}

/** Columns to break activities down by, and the facets that each of them holds the values of. */
const facetColumns: readonly FacetColumn[] = [
  ...profileNames.map((name) => ({ name, facets: profiles[name], texts: 'profiles' as const })),
  { name: 'commune', facets: ['commune'], texts: 'combinations' },
]

interface FacetColumn {
  readonly name: string
  readonly facets: readonly CopiedFacet[]
  /** What its numbers stand for. */
  readonly texts: 'combinations' | 'profiles'
}

/** All that activities can be broken down by; people have their own breakdowns. */
export const allBreakdowns = facetColumns.flatMap(({ facets }) => facets)

/** Totals, breakdowns and the filing delay of all the activities that a question asks for, in one reading of them. */
export async function askActivities(
  copy: ColumnarCopy,
  question: CopyQuestion,
  facets: readonly CopiedFacet[] = allBreakdowns,
): Promise<Omit<Figures, keyof BeneficiaryFigures>> {
  const read = facetColumns.filter((column) => column.facets.some((facet) => facets.includes(facet)))
  const columns = [...read.map(({ name }) => name), 'delay'].map((name) => `a."${name}"`)
  const sets = ['()', ...columns.map((column) => `(${column})`)].join(', ')
  const rows = await rowsOf(
    copy.reader,
    `select count(*), sum(a.accompaniments), sum(a.minutes), sum(a.minutes) filter (a.of_people), sum(a.participants),
      grouping_id(${columns.join(', ')}), ${columns.join(', ')}
    from activity a where ${asked(copy, question, 'a')} group by grouping sets (${sets})`,
  )
  let totals = totalsIn([])
  const weights = new Map<FacetValue, Weight>()
  const delays = new Map<number, number>()
  for (const row of rows) {
    const [sums, grouping, codes] = [row.slice(0, 5).map(numberIn), numberIn(row[5]), row.slice(6)]
    const column = columnOf(grouping, columns.length)
    const code = column === undefined ? undefined : codes[column]
    const grouped = column === undefined ? undefined : read[column]
    if (column === undefined) totals = totalsIn(sums)
    else if (grouped)
      for (const value of copy[grouped.texts].valuesAt(numberIn(code))) addTo(weights, value, sums)
    // What came from a file says nothing of its filing.
    else if (code !== null) delays.set(numberIn(code), sums[0] ?? 0)
  }
  const isAsked = (value: FacetValue) => facets.some((facet) => facet === facetOf(value))
  const weightsAsked = new Map([...weights].filter(([value]) => isAsked(value)))
  return { ...totals, weights: weightsAsked, delay: delayIn(delays) }
}

/** The column that a row is grouped by: the only one whose bit is 0, the first column having the highest. */
function columnOf(grouping: number, columns: number): number | undefined {
  const bits = 2 ** columns - 1 - grouping
  return bits === 0 ? undefined : columns - 1 - Math.log2(bits)
}

function totalsIn(sums: readonly number[]) {
  const [activities = 0, accompaniments = 0, total = 0, accompaniment = 0, eventParticipants = 0] = sums
  return {
    activities,
    accompaniments,
    minutes: { accompaniment, rest: total - accompaniment, total },
    eventParticipants,
  }
}

function addTo(weights: Map<FacetValue, Weight>, value: FacetValue, sums: readonly number[]): void {
  const [activities = 0, accompaniments = 0, minutes = 0] = sums
  const weight = weights.get(value) ?? { activities: 0, accompaniments: 0, minutes: 0 }
  weight.activities += activities
  weight.accompaniments += accompaniments
  weight.minutes += minutes
  weights.set(value, weight)
}

function delayIn(counts: ReadonlyMap<number, number>): FilingDelay {
  const activities = [...counts.values()].reduce((sum, count) => sum + count, 0)
  return { activities, median: medianOf(counts, activities) }
}

/** Who was helped: distinct and new people, and their traits. */
export async function askPeople(copy: ColumnarCopy, question: CopyQuestion): Promise<BeneficiaryFigures> {
  const names = traitNames.map((name) => `"${name}"`)
  const rows = await rowsOf(
    copy.reader,
    `select count(*) filter (not erased), count(*) filter (not erased and fresh), count(*) filter (erased),
      count(*) filter (erased and fresh), grouping_id(${names.join(', ')}), ${names.join(', ')}
    from (${peopleAsked(copy, question)}) group by grouping sets (${['()', ...names.map((name) => `(${name})`)].join(', ')})`,
  )
  const traits = await askMargins(copy, question)
  let counts: readonly number[] = []
  for (const row of rows) {
    const [sums, grouping, codes] = [row.slice(0, 4).map(numberIn), numberIn(row[4]), row.slice(5)]
    const column = columnOf(grouping, names.length)
    if (column === undefined) counts = sums
    else addTraits(copy, traits, codes[column], (sums[0] ?? 0) + (sums[2] ?? 0))
  }
  const [unnamed = []] = await rowsOf(
    copy.reader,
    `select sum(anonymous), sum(anonymous - already) from activity a where ${asked(copy, question, 'a')}`,
  )
  const [named = 0, newNamed = 0, erased = 0, newErased = 0] = counts
  const [anonymous = 0, newAnonymous = 0] = unnamed.map(numberIn)
  return {
    beneficiaries: peopleOf(named, anonymous + erased),
    newOnes: peopleOf(newNamed, newAnonymous + newErased),
    traits,
  }
}

function peopleOf(named: number, anonymous: number): People {
  return { named, anonymous, total: named + anonymous }
}

/**
 * One row for each person to count, of their first activity that is asked for; whoever was erased is one more each time.
 * Of all of a period that is whoever wasn't seen before within it: nobody has to be told apart from anybody.
 */
function peopleAsked(copy: ColumnarCopy, question: CopyQuestion): string {
  const from = `DATE '${question.period.from}'`
  const meetings = isWhole(question)
    ? `select m.*, m.before is null or m.before < ${from} as one from meeting m where ${ofPeriod(copy, question, 'm')}`
    : `select m.*, row_number() over (partition by m.scope, m.person order by m.day, a.id) = 1 as one
      from meeting m join activity a on a.n = m.n where ${asked(copy, question, 'a')}`
  return `select *, case when erased then before is null else first >= ${from} end as fresh
    from (${meetings}) where one or erased`
}

/** What is known of people whom nobody named. */
async function askMargins(copy: ColumnarCopy, question: CopyQuestion): Promise<Map<TraitValue, number>> {
  const rows = await rowsOf(
    copy.reader,
    isWhole(question)
      ? `select g.trait, sum(g.people) from margin g where ${ofPeriod(copy, question, 'g')} group by g.trait`
      : `select g.trait, sum(g.people) from margin g join activity a on a.n = g.n
        where ${asked(copy, question, 'a')} group by g.trait`,
  )
  const traits = new Map<TraitValue, number>()
  for (const [code, count] of rows) addTraits(copy, traits, code, numberIn(count))
  return traits
}

function addTraits(
  { combinations }: ColumnarCopy,
  traits: Map<TraitValue, number>,
  code: DuckDBValue | undefined,
  count: number,
): void {
  for (const value of combinations.valuesAt(numberIn(code))) {
    // Only traits are stored in these columns.
    const trait = value as TraitValue
    if (count > 0) traits.set(trait, (traits.get(trait) ?? 0) + count)
  }
}

/** Counts and sums come as whole numbers of any size; a sum of nothing is none. */
function numberIn(value: DuckDBValue | undefined): number {
  return value === undefined || value === null ? 0 : Number(value)
}
