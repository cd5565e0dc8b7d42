import type { CalendarDay } from '../../domain/calendar-day.ts'
import { dayInFull, relativeDay } from './format/relative-day.ts'

export interface DayNameProps {
  day: CalendarDay
  today: CalendarDay
}

/** The day as one says it from today; in full on paper, which is read on another day. */
export function DayName({ day, today }: DayNameProps) {
  return (
    <>
      <span data-print="hide">{relativeDay(day, today)}</span>
      <span data-print="only" aria-hidden="true">
        {dayInFull(day)}
      </span>
    </>
  )
}
