import { useLiveQuery } from 'dexie-react-hooks'
import type { CalendarDay } from '../../../domain/calendar-day.ts'
import type { DocumentId } from '../../../domain/ids.ts'
import {
  appointmentById,
  appointmentsAfter,
  appointmentsBetween,
  type LocalAppointment,
} from '../appointments.ts'
import { useDatabase } from './database-context.ts'

/** Appointments of a day, kept up to date; undefined until the first reading. */
export function useAppointmentsOf(day: CalendarDay): LocalAppointment[] | undefined {
  const db = useDatabase()
  return useLiveQuery(() => appointmentsBetween(db, day, day), [db, day])
}

/** The first after a day; undefined until the first reading. */
export function useAppointmentsAfter(day: CalendarDay, limit: number): LocalAppointment[] | undefined {
  const db = useDatabase()
  return useLiveQuery(() => appointmentsAfter(db, day, limit), [db, day, limit])
}

/** One appointment; undefined until the first reading, null where the device has none. */
export function useAppointment(id: DocumentId): LocalAppointment | null | undefined {
  const db = useDatabase()
  return useLiveQuery(async () => (await appointmentById(db, id)) ?? null, [db, id])
}
