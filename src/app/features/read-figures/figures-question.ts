import { calendarDaySchema, type CalendarDay } from '../../../domain/calendar-day.ts'
import type { FacetValue } from '../../../domain/report/search/facets.ts'
import {
  monthsOfOffered,
  offeredPeriod,
  offeredPeriods,
  type OfferedPeriod,
} from '../../../domain/statistics/offered-periods.ts'
import { previousPeriod, type Period } from '../../../domain/statistics/period.ts'
import { timeSteps, usualStep, type TimeStep } from '../../../domain/statistics/timeline.ts'
import { filterOfQuery, queryOfFilter } from '../../data/filter-address.ts'

/** What figures are asked for: kept in the address, so that it can be had again. */
export interface FiguresQuestion {
  /** A period by its name, which moves with the days, or any two days. */
  when: OfferedPeriod | Period
  values: readonly FacetValue[]
  /** How the time is cut; as suits the period unless said. */
  step: TimeStep | undefined
}

export const firstQuestion: FiguresQuestion = { when: 'mois', values: [], step: undefined }

export function questionOfQuery(search: string): FiguresQuestion {
  const query = new URLSearchParams(search)
  const { from, to, values } = filterOfQuery(search)
  const offered = offeredPeriods.find((name) => name === query.get('periode'))
  const when = from && to && from <= to ? { from, to } : (offered ?? firstQuestion.when)
  return { when, values, step: timeSteps.find((step) => step === query.get('pas')) }
}

export function queryOfQuestion({ when, values, step }: FiguresQuestion): string {
  const days = typeof when === 'string' ? undefined : when
  const query = new URLSearchParams(queryOfFilter({ text: '', from: days?.from, to: days?.to, values }))
  if (typeof when === 'string' && when !== firstQuestion.when) query.set('periode', when)
  if (step) query.set('pas', step)
  return query.toString()
}

/** The days that are asked for, those that they are compared with, and the bars of time. */
export function daysAsked({ when, step }: Pick<FiguresQuestion, 'when' | 'step'>, today: CalendarDay) {
  const period = typeof when === 'string' ? offeredPeriod(when, today) : when
  const before = previousPeriod(period, typeof when === 'string' ? monthsOfOffered[when] : undefined)
  return { period, before, step: step ?? usualStep(period) }
}

/** Two days as they are chosen, one after the other: what isn't a period yet changes nothing. */
export function periodOf(from: string, to: string): Period | undefined {
  const [first, last] = [calendarDaySchema.safeParse(from).data, calendarDaySchema.safeParse(to).data]
  return first && last && first <= last ? { from: first, to: last } : undefined
}
