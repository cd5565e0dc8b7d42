import type { CalendarDay } from '../../../domain/calendar-day.ts'
import type { Period } from '../../../domain/statistics/period.ts'
import type { TimeBar, TimeStep } from '../../../domain/statistics/timeline.ts'
import type { ChartColumn } from '../../ui/ColumnChart.tsx'
import { formatDayWithYear, formatMonth } from '../../ui/format/date.ts'
import { counted, formatNumber } from '../../ui/format/number.ts'
import { periodWords } from './period-words.ts'

const shortMonth = new Intl.DateTimeFormat('fr-FR', { timeZone: 'UTC', month: 'short' })

/** A bar in whole words: « novembre 2026 », « du 2 au 8 novembre 2026 », « lundi 2 novembre 2026 ». */
export function barWords(bar: Period, step: TimeStep): string {
  switch (step) {
    case 'jour':
      return formatDayWithYear(bar.from)
    case 'semaine':
      return periodWords(bar)
    case 'mois':
      return formatMonth(bar.from)
  }
}

/**
 * A bar in a few letters: « 2 », « 2-8 » for a week of a month, « 2/11 », « nov. », and « janv. 26 » where years are to
 * be told apart.
 */
export function barLabel({ from, to }: Period, step: TimeStep, period: Period): string {
  const { from: first, to: last } = period
  const [year, month, day] = [from.slice(2, 4), shortMonthOf(from), String(Number(from.slice(8)))]
  if (step !== 'mois') {
    if (!isOfOneMonth(period)) return `${day}/${from.slice(5, 7)}`
    return from === to ? day : `${day}-${Number(to.slice(8))}`
  }
  return first.slice(0, 4) === last.slice(0, 4) || !from.endsWith('-01-01') ? month : `${month} ${year}`
}

export function isOfOneMonth({ from, to }: Period): boolean {
  return from.slice(0, 7) === to.slice(0, 7)
}

function shortMonthOf(day: CalendarDay): string {
  return shortMonth.format(new Date(`${day}T00:00:00Z`))
}

/** The bars as they are drawn. */
export function chartColumns(bars: readonly TimeBar[], step: TimeStep, period: Period): ChartColumn[] {
  return bars.map((bar) => ({
    key: bar.from,
    amount: bar.accompaniments,
    value: formatNumber(bar.accompaniments),
    label: barLabel(bar, step, period),
    words: `${barWords(bar, step)}\u00A0: ${counted(bar.accompaniments, 'accompagnement', 'accompagnements')}`,
  }))
}

/** For whoever hears it: how many bars, and the highest. */
export function summaryOf(bars: readonly TimeBar[], step: TimeStep): string {
  const highest = bars.reduce((most, bar) => (bar.accompaniments > most.accompaniments ? bar : most))
  return `${bars.length} barres. La plus haute\u00A0: ${barWords(highest, step)}, ${counted(highest.accompaniments, 'accompagnement', 'accompagnements')}.`
}
