import { appointmentSchema, type AppointmentState } from '../../domain/appointment/appointment.ts'
import { reportIdOf } from '../../domain/appointment/name-based-id.ts'
import { documentIdSchema, type DocumentId, type ScopeId } from '../../domain/ids.ts'
import type { JsonObject } from '../../domain/json.ts'
import { appointmentById } from './appointments.ts'
import type { CoopDatabase } from './database.ts'
import { deviceTools, type DeviceTools } from './device-tools.ts'
import { newDocumentId } from './new-id.ts'
import { saveDocument, saveInTransaction, writeSave, type DocumentSave } from './save-document.ts'

/**
 * Saves what a person says of an appointment, new or known: what is null is taken away, what isn't named stays. Throws
 * where the whole isn't valid.
 */
export async function saveAppointment(
  db: CoopDatabase,
  { scope, id = newDocumentId(), fields }: { scope: ScopeId; id?: DocumentId; fields: JsonObject },
): Promise<DocumentId> {
  const row = await db.appointment.get([scope, id])
  const all = { state: 'prevu', ...row?.body, ...fields }
  const body = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== null))
  appointmentSchema.parse(body)
  await saveDocument(db, { scope, collection: 'appointment', id, body })
  return id
}

/** Says how an appointment went, and gives the way back. */
export async function settleAppointment(
  db: CoopDatabase,
  id: DocumentId,
  state: Exclude<AppointmentState, 'depose'>,
): Promise<() => Promise<void>> {
  const row = await db.appointment.where('id').equals(id).first()
  if (row?.state !== 'live') return () => Promise.resolve()
  const { scope, body } = row
  const save = (next: JsonObject) => saveDocument(db, { scope, collection: 'appointment', id, body: next })
  await save({ ...body, state })
  return async () => {
    const now = await db.appointment.get([scope, id])
    // A change from elsewhere meanwhile stays: only the state is taken back.
    if (now?.state === 'live') await save({ ...now.body, state: body['state'] ?? 'prevu' })
  }
}

/**
 * The report that an appointment is filed as: the same id on every device, so that it is there once; another one only
 * where that report was erased for good.
 */
export async function reportIdForAppointment(db: CoopDatabase, text: string): Promise<DocumentId> {
  const id = documentIdSchema.safeParse(text)
  const appointment = id.success ? await appointmentById(db, id.data) : undefined
  if (!appointment) return newDocumentId()
  const own = appointment.reportId ?? reportIdOf(appointment.scope, appointment.id)
  const row = await db.report.get([appointment.scope, own])
  return row?.state === 'erased' ? newDocumentId() : own
}

/** Saves a report and says on its appointment that it is filed, in one transaction: never one without the other. */
export async function saveReportOnAppointment(
  db: CoopDatabase,
  { draftId, ...report }: DocumentSave,
  appointment: string,
  tools: DeviceTools = deviceTools,
): Promise<void> {
  await writeSave(db, [db.report, db.appointment, db.outbox, db.draft], async () => {
    if (draftId) await db.draft.delete(draftId)
    await saveInTransaction(db, report, tools)
    const row = await db.appointment.where('id').equals(appointment).first()
    if (row?.state !== 'live') return
    const body = { ...row.body, state: 'depose', reportId: report.id }
    await saveInTransaction(db, { scope: row.scope, collection: 'appointment', id: row.id, body }, tools)
  })
}
