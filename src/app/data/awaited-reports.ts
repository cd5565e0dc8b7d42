import type { CalendarDay } from '../../domain/calendar-day.ts'
import type { DocumentId } from '../../domain/ids.ts'
import type { LocalAppointment } from './appointments.ts'
import type { PlannedElsewhere, PlannedElsewhereId } from './planned-elsewhere.ts'

/** What is over without its report: an accompaniment of one's own agenda, or what others planned. */
export type AwaitedReport =
  | { readonly id: DocumentId; readonly day: CalendarDay; readonly appointment: LocalAppointment }
  | { readonly id: PlannedElsewhereId; readonly day: CalendarDay; readonly elsewhere: PlannedElsewhere }

/** Both, the oldest first; of one day one's own first. */
export function awaitedReports(
  appointments: readonly LocalAppointment[],
  elsewhere: readonly PlannedElsewhere[],
): AwaitedReport[] {
  return [
    ...appointments.map((appointment) => ({ id: appointment.id, day: appointment.date, appointment })),
    ...elsewhere.map((each) => ({ id: each.id, day: each.report.date, elsewhere: each })),
  ].sort((a, b) => a.day.localeCompare(b.day))
}
