import { calendarDaySchema, daysBetween, type CalendarDay } from '../../../domain/calendar-day.ts'
import { filingDay } from '../../../domain/report/filing-window.ts'
import { formatDayWithYear } from '../../ui/format/date.ts'
import { Status } from '../../ui/Status.tsx'

/** A day long ago is accepted and remarked upon: it may be a slip of the finger. */
export function DayWarning({ date, today }: { date: string; today: CalendarDay }) {
  const day = calendarDaySchema.safeParse(date)
  const isLate = day.success && filingDay(day.data, today) === 'late'
  return (
    <Status tone="warn">
      {isLate &&
        `Il y a ${daysBetween(day.data, today)}\u00A0jours\u00A0: ${formatDayWithYear(day.data)}. Vérifiez le jour avant d’enregistrer.`}
    </Status>
  )
}
