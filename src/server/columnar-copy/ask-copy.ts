import type { DuckDBValue } from '@duckdb/node-api'
import { calendarDaySchema } from '../../domain/calendar-day.ts'
import type { FacetValue } from '../../domain/report/search/facets.ts'
import { traitNames, type TraitValue } from '../../domain/report/search/trait-facets.ts'
import type { BeneficiaryFigures, People } from '../../domain/statistics/beneficiary-figures.ts'
import type { Figures } from '../../domain/statistics/compute-figures.ts'
import { medianOf, type FilingDelay } from '../../domain/statistics/filing-delay.ts'
import type { DayCount } from '../../domain/statistics/timeline.ts'
import type { Weight } from '../../domain/statistics/weights.ts'
import { asked, isWhole, ofPeriod, type CopyQuestion } from './asked-rows.ts'
import { rowsOf, type ColumnarCopy } from './columnar-copy.ts'
import { copiedFacets, valuesOf } from './copied-activity.ts'

/** Everything that a page of figures shows. */
export async function askCopy(copy: ColumnarCopy, question: CopyQuestion): Promise<Figures> {
  return { ...(await askActivities(copy, question)), ...(await askPeople(copy, question)) }
}

/** What activities are broken down by; people have their own breakdowns. */
const brokenDown = copiedFacets.filter((facet) => !traitNames.some((name) => name === facet))

/** Totals, breakdowns and the filing delay of all the activities that a question asks for. */
export async function askActivities(
  copy: ColumnarCopy,
  question: CopyQuestion,
): Promise<Omit<Figures, keyof BeneficiaryFigures>> {
  const where = asked(copy, question, 'a')
  const columns = brokenDown.map((facet) => `a."${facet}"`).join(', ')
  const sets = brokenDown.map((facet) => `(a."${facet}")`).join(', ')
  const rows = await rowsOf(
    copy.reader,
    `select count(*), sum(a.accompaniments), sum(a.minutes), grouping_id(${columns}), ${columns}
    from activity a where ${where} group by grouping sets (${sets})`,
  )
  const weights = new Map<FacetValue, Weight>()
  for (const [activities, accompaniments, minutes, grouping, ...codes] of rows) {
    const code = codes[columnOf(number(grouping))]
    for (const value of valuesOf(copy.combinations.textOf(number(code))))
      addTo(weights, value, [number(activities), number(accompaniments), number(minutes)])
  }
  return { ...(await askTotals(copy, where)), weights, delay: await askDelay(copy, where) }
}

/** The column that a row is grouped by: the only one whose bit is 0, the first column having the highest. */
function columnOf(grouping: number): number {
  const all = 2 ** brokenDown.length - 1
  return brokenDown.length - 1 - Math.log2(all - grouping)
}

function addTo(
  weights: Map<FacetValue, Weight>,
  value: FacetValue,
  [activities, accompaniments, minutes]: [number, number, number],
): void {
  const weight = weights.get(value) ?? { activities: 0, accompaniments: 0, minutes: 0 }
  weight.activities += activities
  weight.accompaniments += accompaniments
  weight.minutes += minutes
  weights.set(value, weight)
}

async function askTotals({ reader }: ColumnarCopy, where: string) {
  const [totals = []] = await rowsOf(
    reader,
    `select count(*), sum(accompaniments), sum(minutes) filter (of_people), sum(minutes) filter (not of_people),
      sum(participants) from activity a where ${where}`,
  )
  const [activities = 0, accompaniments = 0, accompaniment = 0, rest = 0, eventParticipants = 0] =
    totals.map(number)
  const minutes = { accompaniment, rest, total: accompaniment + rest }
  return { activities, accompaniments, minutes, eventParticipants }
}

async function askDelay({ reader }: ColumnarCopy, where: string): Promise<FilingDelay> {
  const rows = await rowsOf(
    reader,
    `select delay, count(*) from activity a where ${where} and delay is not null group by delay`,
  )
  const counts = new Map(rows.map(([days, count]) => [number(days), number(count)]))
  const activities = [...counts.values()].reduce((sum, count) => sum + count, 0)
  return { activities, median: medianOf(counts, activities) }
}

/** Who was helped: distinct and new people, and their traits. */
export async function askPeople(copy: ColumnarCopy, question: CopyQuestion): Promise<BeneficiaryFigures> {
  const people = peopleAsked(copy, question)
  const [counts = []] = await rowsOf(
    copy.reader,
    `select count(*) filter (not erased), count(*) filter (not erased and fresh), count(*) filter (erased),
      count(*) filter (erased and fresh) from (${people})`,
  )
  const [unnamed = []] = await rowsOf(
    copy.reader,
    `select sum(anonymous), sum(anonymous - already) from activity a where ${asked(copy, question, 'a')}`,
  )
  const [named = 0, newNamed = 0, erased = 0, newErased = 0] = counts.map(number)
  const [anonymous = 0, newAnonymous = 0] = unnamed.map(number)
  return {
    beneficiaries: peopleOf(named, anonymous + erased),
    newOnes: peopleOf(newNamed, newAnonymous + newErased),
    traits: await askTraits(copy, question, people),
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

async function askTraits(
  copy: ColumnarCopy,
  question: CopyQuestion,
  people: string,
): Promise<Map<TraitValue, number>> {
  const columns = traitNames.map((name) => `"${name}"`).join(', ')
  const sets = traitNames.map((name) => `("${name}")`).join(', ')
  const ofNamed = await rowsOf(
    copy.reader,
    `select count(*), ${columns} from (${people}) group by grouping sets (${sets})`,
  )
  const ofOthers = await rowsOf(
    copy.reader,
    isWhole(question)
      ? `select sum(g.people), g.trait from margin g where ${ofPeriod(copy, question, 'g')} group by g.trait`
      : `select sum(g.people), g.trait from margin g join activity a on a.n = g.n
        where ${asked(copy, question, 'a')} group by g.trait`,
  )
  const traits = new Map<TraitValue, number>()
  for (const [count, ...codes] of [...ofNamed, ...ofOthers]) {
    for (const value of codes.flatMap((code) => valuesOf(copy.combinations.textOf(number(code))))) {
      // Only traits are stored in these columns.
      const trait = value as TraitValue
      traits.set(trait, (traits.get(trait) ?? 0) + number(count))
    }
  }
  return traits
}

/** What each day comes to that has any activity, in their order. */
export async function askDays(copy: ColumnarCopy, question: CopyQuestion): Promise<DayCount[]> {
  const rows = await rowsOf(
    copy.reader,
    `select strftime(day, '%Y-%m-%d'), sum(accompaniments), count(*) from activity a
    where ${asked(copy, question, 'a')} group by day order by day`,
  )
  return rows.map(([day, accompaniments, activities]) => ({
    date: calendarDaySchema.parse(day),
    accompaniments: number(accompaniments),
    activities: number(activities),
  }))
}

/** What each commune comes to that has any activity, by INSEE code. */
export async function askCommunes(
  copy: ColumnarCopy,
  question: CopyQuestion,
): Promise<Map<string, Pick<DayCount, 'accompaniments' | 'activities'>>> {
  const rows = await rowsOf(
    copy.reader,
    `select a.commune, sum(a.accompaniments), count(*) from activity a
    where ${asked(copy, question, 'a')} group by a.commune`,
  )
  return new Map(
    rows.flatMap(([code, accompaniments, activities]) =>
      valuesOf(copy.combinations.textOf(number(code))).map((value) => [
        value.slice('commune:'.length),
        { accompaniments: number(accompaniments), activities: number(activities) },
      ]),
    ),
  )
}

/** Counts and sums come as whole numbers of any size; a sum of nothing is none. */
function number(value: DuckDBValue | undefined): number {
  return value === undefined || value === null ? 0 : Number(value)
}
