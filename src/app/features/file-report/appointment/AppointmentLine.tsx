import type { DocumentId } from '../../../../domain/ids.ts'
import { useAppointment } from '../../../data/react/use-appointments.ts'
import { Status } from '../../../ui/Status.tsx'
import { formatTimes } from '../../../ui/format/times.ts'

/** The planned accompaniment that the report is filed on: shown as a reminder, never copied into the report. */
export function AppointmentLine({ id }: { id: DocumentId }) {
  const appointment = useAppointment(id)
  if (!appointment) return null
  const { title, starts, ends } = appointment
  return <Status>Rendez-vous&nbsp;: {[title, formatTimes(starts, ends)].filter(Boolean).join(', ')}</Status>
}
