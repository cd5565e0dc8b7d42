import { isOver } from '../../../domain/appointment/to-complete.ts'
import type { CalendarDay } from '../../../domain/calendar-day.ts'
import { isToComplete, type LocalAppointment } from '../../data/appointments.ts'
import { useMinute } from '../../data/react/use-minute.ts'
import { List } from '../../ui/List.tsx'
import { AppointmentRow } from './AppointmentRow.tsx'

export interface TodaysAppointmentsProps {
  planned: readonly LocalAppointment[]
  today: CalendarDay
}

/** What is planned today and what became of it; what is over without a report stands above, to complete. */
export function TodaysAppointments({ planned, today }: TodaysAppointmentsProps) {
  const now = useMinute()
  const shown = planned.filter((each) => !(isToComplete(each) && isOver(each, { now, today })))
  if (shown.length === 0) return null
  return (
    <section aria-labelledby="aujourdhui">
      <h2 id="aujourdhui">Aujourd’hui</h2>
      <List labelledBy="aujourdhui">
        {shown.map((appointment) => (
          <AppointmentRow key={appointment.id} appointment={appointment} />
        ))}
      </List>
    </section>
  )
}
