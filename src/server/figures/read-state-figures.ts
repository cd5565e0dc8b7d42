import {
  activitiesShownToState,
  activityTotalsShown,
  arePeopleEnough,
  nothingShown,
  shownToState,
  stateFacets,
  totalsShown,
  type ActivityFigures,
  type StateFigures,
  type StateTotals,
} from '../../domain/access/state-figures.ts'
import { sumBetween } from '../../domain/access/untold-of-state.ts'
import { traitNames, type TraitName } from '../../domain/report/search/trait-facets.ts'
import type { BeneficiaryFigures } from '../../domain/statistics/beneficiary-figures.ts'
import { daysOfMonths, type Months } from '../../domain/statistics/month-number.ts'
import { lastOfMonth } from '../../domain/statistics/period.ts'
import { departmentCodes } from '../../domain/territory/departments.ts'
import { askPeopleVariants } from '../columnar-copy/ask-people-variants.ts'
import type { CopiedValue } from '../columnar-copy/copied-activity.ts'
import type { ColumnarCopy } from '../columnar-copy/columnar-copy.ts'
import {
  activitiesBetween,
  anonymousBetween,
  countStateMonths,
  type StateMonths,
  type StateQuestion,
} from './count-state-months.ts'
import { stateTelling, untoldOf, type StateTelling } from './state-telling.ts'

/** A value that the State may filter by. */
export function isStateValue(value: string): value is CopiedValue {
  return stateFacets.some((facet) => value.startsWith(`${facet}:`))
}

/** Figures as the copy answers them: it says by itself when it counted. */
export type CountedState = Omit<StateFigures, 'countedAt'>

/** Answers of people that the State reads of. */
export const stateTraits = traitNames.filter((name) => stateFacets.some((shown) => shown === name))

/**
 * Figures of the nation or of a department, as the State reads them: small counts hidden.
 *
 * @param tell takes what activities come to as soon as that is known, where people can't change anything of it
 */
export async function stateFiguresOf(
  copy: ColumnarCopy,
  question: StateQuestion,
  tell: (early: CountedState) => void,
): Promise<CountedState> {
  const counted = await countStateMonths(copy, question)
  const telling = stateTelling(counted, question.department)
  const untold = untoldOf(counted, telling, question)
  const activities = activitiesBetween(counted, question.months, true)
  const [figures = noActivity, ...around] = activities
  const before = beforeOf(counted, telling, question)
  const early: CountedState = {
    period: daysOfMonths(question.months, question.today),
    before: before && { period: before.period, totals: before.withoutPeople },
    ...activitiesShownToState(figures, around, untold),
    ...timeAndPlaces(counted, telling, question),
    isWhole: false,
  }
  if (early.totals.activities === null) return nothingTold(early)
  const asked = [question.months, ...(before?.withoutPeople.activities == null ? [] : [before.months])]
  if (asked.every((months) => areEnough(counted, months))) tell(early)
  const people = await peopleOf(copy, counted, question, question.months, stateTraits)
  const withPeople = activities.map((each, filter) => ({ ...each, ...(people[filter] ?? noPeople) }))
  const [whole = { ...noActivity, ...noPeople }, ...wholeAround] = withPeople
  const shown = shownToState(whole, wholeAround, untold)
  const told = {
    ...early,
    ...shown,
    before: before && { period: before.period, totals: await before.withPeople(copy) },
    isWhole: true,
  }
  return shown.totals.activities === null ? nothingTold(told) : told
}

/** Neither of the time, nor of any place, nor of the period before. */
function nothingTold(figures: CountedState): CountedState {
  const hidden = { accompaniments: null, activities: null }
  const { before, bars, departments } = figures
  return {
    ...figures,
    before: before && { ...before, totals: nothingShown },
    bars: bars.map((bar) => ({ ...bar, ...hidden })),
    departments: departments && Object.fromEntries(Object.keys(departments).map((code) => [code, hidden])),
    isWhole: true,
  }
}

/** As many months before; undefined as long as the period isn't over. */
function beforeOf(counted: StateMonths, telling: StateTelling, question: StateQuestion) {
  const { from, to } = question.months
  const months = { from: from - (to - from), to: from }
  const period = daysOfMonths(question.months, question.today)
  if (period.to !== lastOfMonth(period.to) || period.to >= question.today) return null
  const [asked = noActivity, ...around] = activitiesBetween(counted, months, false)
  const isTold = telling.isTotalTold(months)
  return {
    months,
    period: daysOfMonths(months, question.today),
    withoutPeople: isTold ? activityTotalsShown(asked, around) : nothingShown,
    async withPeople(copy: ColumnarCopy): Promise<StateTotals> {
      if (!isTold) return nothingShown
      const people = await peopleOf(copy, counted, question, months, [])
      const [whole, ...others] = [asked, ...around].map((each, filter) => ({
        ...each,
        ...(people[filter] ?? noPeople),
      }))
      return whole ? totalsShown(whole, others) : nothingShown
    },
  }
}

function areEnough(counted: StateMonths, months: Months): boolean {
  const [asked, ...around] = anonymousBetween(counted, months)
  return asked !== undefined && arePeopleEnough(asked, around)
}

/** By each of the filters, none at all last. */
async function peopleOf(
  copy: ColumnarCopy,
  counted: StateMonths,
  { department, today }: StateQuestion,
  months: Months,
  traits: readonly TraitName[],
): Promise<BeneficiaryFigures[]> {
  const anonymous = anonymousBetween(counted, months)
  return askPeopleVariants(copy, { variants: counted.variants, months, today, department, traits, anonymous })
}

/** What each month comes to, and each department of the nation; those of nothing too. */
function timeAndPlaces(
  { first, totals, departments }: StateMonths,
  telling: StateTelling,
  { months, today, department }: StateQuestion,
): Pick<StateFigures, 'bars' | 'departments'> {
  const hidden = { accompaniments: null, activities: null }
  const [total] = totals
  const bars = Array.from({ length: months.to - months.from }, (_, place) => {
    const month = { from: months.from + place, to: months.from + place + 1 }
    return {
      ...daysOfMonths(month, today),
      ...(total && telling.isTotalTold(month) ? countsOf(total, first, month) : hidden),
    }
  })
  if (department !== undefined) return { bars, departments: null }
  const untold = telling.untoldDepartments(months)
  const [asked] = departments
  const cells = departmentCodes.map((code, place) => {
    const own = asked?.departments[place]
    return [code, own && !untold.has(place) ? countsOf(own, first, months) : hidden] as const
  })
  return { bars, departments: Object.fromEntries(cells) }
}

function countsOf(
  { accompaniments, activities }: { accompaniments: Float64Array; activities: Float64Array },
  first: number,
  months: Months,
) {
  return {
    accompaniments: sumBetween(accompaniments, first, months),
    activities: sumBetween(activities, first, months),
  }
}

const noActivity: ActivityFigures = {
  activities: 0,
  accompaniments: 0,
  minutes: { accompaniment: 0, rest: 0, total: 0 },
  eventParticipants: 0,
  weights: new Map(),
  delay: { activities: 0, median: undefined },
}

const nobody = { named: 0, anonymous: 0, total: 0 }
const noPeople: BeneficiaryFigures = { beneficiaries: nobody, newOnes: nobody, traits: new Map() }
