import { addDays, type CalendarDay } from '../calendar-day.ts'
import { accompanimentsOfFact, type Fact } from './fact.ts'
import { daysOf, firstOfMonth, lastOfMonth, mondayOf, type Period } from './period.ts'

export const timeSteps = ['jour', 'semaine', 'mois'] as const
export type TimeStep = (typeof timeSteps)[number]

/** One bar: the days of a step that are in the period. */
export interface TimeBar extends Period {
  readonly accompaniments: number
  readonly activities: number
}

/** The step that shows a period best, unless the person says otherwise. */
export function usualStep(period: Period): TimeStep {
  const days = daysOf(period)
  return days <= 31 ? 'jour' : days <= 26 * 7 ? 'semaine' : 'mois'
}

/** Accompaniments by day, week (from Monday) or month: every bar of the period, those of nothing too. */
export function timelineOf(facts: readonly Fact[], period: Period, step: TimeStep): TimeBar[] {
  const starts = startsIn(period, step)
  const sums = starts.map(() => ({ accompaniments: 0, activities: 0 }))
  let at = 0
  for (const fact of facts) {
    // They come in their order: the bar is the last one, or one after it.
    while ((starts[at + 1] ?? '\uffff') <= fact.date) at += 1
    const sum = sums[at]
    if (!sum) continue
    sum.accompaniments += accompanimentsOfFact(fact)
    sum.activities += 1
  }
  return starts.map((start, index) => {
    const next = starts[index + 1]
    return {
      from: start < period.from ? period.from : start,
      to: next === undefined ? period.to : addDays(next, -1),
      accompaniments: sums[index]?.accompaniments ?? 0,
      activities: sums[index]?.activities ?? 0,
    }
  })
}

function startsIn({ from, to }: Period, step: TimeStep): CalendarDay[] {
  const starts: CalendarDay[] = []
  for (let start = startOf(from, step); start <= to; start = after(start, step)) starts.push(start)
  return starts
}

function startOf(day: CalendarDay, step: TimeStep): CalendarDay {
  switch (step) {
    case 'jour':
      return day
    case 'semaine':
      return mondayOf(day)
    case 'mois':
      return firstOfMonth(day)
  }
}

function after(start: CalendarDay, step: TimeStep): CalendarDay {
  switch (step) {
    case 'jour':
      return addDays(start, 1)
    case 'semaine':
      return addDays(start, 7)
    case 'mois':
      return addDays(lastOfMonth(start), 1)
  }
}
