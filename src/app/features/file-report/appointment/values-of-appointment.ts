import type { OwnScope } from '../../../../domain/access/signed-in-person.ts'
import { reportHints } from '../../../../domain/appointment/report-on-appointment.ts'
import { documentIdSchema } from '../../../../domain/ids.ts'
import { appointmentById } from '../../../data/appointments.ts'
import type { CoopDatabase } from '../../../data/database.ts'
import { placesOfScope } from '../../../data/places.ts'
import { kindsOfScope } from '../kinds-of-scope.ts'
import { durationFields } from '../duration-fields.ts'
import type { ReportFormValues } from '../form-values.ts'

/** What a form on a planned accompaniment opens with; nothing where the device doesn't know it. */
export async function valuesOfAppointment(
  db: CoopDatabase,
  text: string,
  { minutes: offered, scopes }: { minutes: readonly number[]; scopes: readonly OwnScope[] },
): Promise<Partial<ReportFormValues>> {
  const id = documentIdSchema.safeParse(text)
  const appointment = id.success ? await appointmentById(db, id.data) : undefined
  const own = scopes.find(({ scope }) => scope === appointment?.scope)
  if (!appointment || !own) return {}
  const places = await placesOfScope(db, appointment.scope)
  const { kind, minutes, place } = reportHints(appointment, { offered, places })
  return {
    appointment: appointment.id,
    scope: appointment.scope,
    date: appointment.date,
    ...(kindsOfScope(own).includes(kind) && { kind }),
    ...(minutes !== undefined && durationFields(minutes, offered)),
    ...(place !== undefined && { place }),
  }
}
