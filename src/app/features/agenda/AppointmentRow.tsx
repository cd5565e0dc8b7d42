import { Link } from 'wouter'
import { appointmentStateLabels } from '../../../domain/appointment/appointment.ts'
import { isOver } from '../../../domain/appointment/to-complete.ts'
import type { CalendarDay } from '../../../domain/calendar-day.ts'
import { appointmentAddress } from '../../addresses.ts'
import { isToComplete, type LocalAppointment } from '../../data/appointments.ts'
import { useMinute } from '../../data/react/use-minute.ts'
import { useToday } from '../../data/react/use-today.ts'
import { formatTimes } from '../../ui/format/times.ts'
import { ListRow } from '../../ui/ListRow.tsx'

export interface AppointmentRowProps {
  appointment: LocalAppointment
  /** Where it doesn't stand under its day. */
  day?: string | undefined
}

/** One appointment of a list: when, where, and what became of it where something did. */
export function AppointmentRow({ appointment, day }: AppointmentRowProps) {
  const { id, title, starts, ends, location } = appointment
  const [now, today] = [useMinute(), useToday()]
  const when = formatTimes(starts, ends) ?? 'toute la journée'
  return (
    <Link href={appointmentAddress(id)} asChild>
      <ListRow
        title={title}
        detail={[day, when, location, outcomeOf(appointment, { now, today })].filter(Boolean).join(', ')}
      />
    </Link>
  )
}

/** What became of it, in words; undefined as long as it is to come. */
export function outcomeOf(
  appointment: LocalAppointment,
  moment: { now: number; today: CalendarDay },
): string | undefined {
  const { state, reportId } = appointment
  if (reportId) return 'compte rendu déposé'
  if (isToComplete(appointment)) return isOver(appointment, moment) ? 'compte rendu à déposer' : undefined
  return state === 'pas_venu' || state === 'annule' ? appointmentStateLabels[state].toLowerCase() : undefined
}
