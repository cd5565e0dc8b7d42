import { Link } from 'wouter'
import type { CalendarDay } from '../../../domain/calendar-day.ts'
import { formOnAppointmentAddress } from '../../addresses.ts'
import type { LocalAppointment } from '../../data/appointments.ts'
import { formatTimes } from '../../ui/format/times.ts'
import { relativeDay } from '../../ui/format/relative-day.ts'
import { ListRow } from '../../ui/ListRow.tsx'
import { SettleAppointment } from './SettleAppointment.tsx'

export interface AppointmentToCompleteProps {
  appointment: LocalAppointment
  today: CalendarDay
}

/** A planned accompaniment that is over: its report in one tap, or that there was none in one tap. */
export function AppointmentToComplete({ appointment, today }: AppointmentToCompleteProps) {
  const { id, title, date, starts, ends } = appointment
  return (
    <Link href={formOnAppointmentAddress(id)} asChild>
      <ListRow
        icon="calendar"
        title={title}
        detail={[relativeDay(date, today), formatTimes(starts, ends)].filter(Boolean).join(', ')}
        actions={<SettleAppointment appointment={appointment} />}
      />
    </Link>
  )
}
