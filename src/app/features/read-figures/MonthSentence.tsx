import type { CalendarDay } from '../../../domain/calendar-day.ts'
import { useMonthTotals } from '../../data/react/use-month-totals.ts'
import { formatMonthOfYear } from '../../ui/format/date.ts'
import { formatHours } from '../../ui/format/duration.ts'
import { counted } from '../../ui/format/number.ts'

export interface MonthSentenceProps {
  /** Any day of the month. */
  day: CalendarDay
  today: CalendarDay
}

/** « 42 accompagnements en novembre, 31 h. »: by the device's own reports, sent or not. */
export function MonthSentence({ day, today }: MonthSentenceProps) {
  const totals = useMonthTotals(day)
  if (!totals) return null
  const month = formatMonthOfYear(day, today)
  if (totals.accompaniments === 0 && totals.minutes === 0) return <>Aucun accompagnement en {month}.</>
  return (
    <>
      {counted(totals.accompaniments, 'accompagnement', 'accompagnements')} en {month},{' '}
      {formatHours(totals.minutes)}.
    </>
  )
}
