import { Dexie } from 'dexie'
import type { AppointmentState } from '../../domain/appointment/appointment.ts'
import { reportIdOf } from '../../domain/appointment/name-based-id.ts'
import { askedSince, isOver } from '../../domain/appointment/to-complete.ts'
import { calendarDaySchema, type CalendarDay } from '../../domain/calendar-day.ts'
import { documentIdSchema, type DocumentId, type ScopeId } from '../../domain/ids.ts'
import { valueAt } from '../../domain/json.ts'
import type { CoopDatabase, DocumentKey } from './database.ts'
import type { LocalDocument } from './local-document.ts'

/** A planned accompaniment, as this device knows it. */
export interface LocalAppointment {
  id: DocumentId
  scope: ScopeId
  title: string
  date: CalendarDay
  lastDate: CalendarDay | undefined
  starts: string | undefined
  ends: string | undefined
  location: string | undefined
  /** As it is stored; one of a newer version is none of those that this build knows. */
  state: string
  /** Whether it came from a calendar. */
  isImported: boolean
  /** The report that is filed on it, as long as there is one. */
  reportId: DocumentId | undefined
}

/** Appointments of some days, both included, in their order. */
export async function appointmentsBetween(
  db: CoopDatabase,
  from: CalendarDay,
  to: CalendarDay,
): Promise<LocalAppointment[]> {
  return readAppointments(db, () =>
    db.appointment
      .where('[state+order+id]')
      .between(['live', from], ['live', `${to}\uffff`])
      .toArray(),
  )
}

/** The first of those after a day. */
export async function appointmentsAfter(
  db: CoopDatabase,
  day: CalendarDay,
  limit: number,
): Promise<LocalAppointment[]> {
  return readAppointments(db, () =>
    db.appointment
      .where('[state+order+id]')
      .between(['live', `${day}\uffff`], ['live', Dexie.maxKey])
      .limit(limit)
      .toArray(),
  )
}

export async function appointmentById(
  db: CoopDatabase,
  id: DocumentId,
): Promise<LocalAppointment | undefined> {
  const [found] = await readAppointments(db, () => db.appointment.where('id').equals(id).toArray())
  return found
}

/** What is over without a report, and was neither missed nor cancelled; the oldest first. */
export async function appointmentsToComplete(
  db: CoopDatabase,
  moment: { now: number; today: CalendarDay },
): Promise<LocalAppointment[]> {
  const asked = await appointmentsBetween(db, askedSince(moment.today), moment.today)
  return asked.filter((each) => isToComplete(each) && isOver(each, moment))
}

/** Whether a report is awaited once it is over. */
export function isToComplete({ state, reportId }: LocalAppointment): boolean {
  const awaited: readonly string[] = ['prevu', 'depose'] satisfies AppointmentState[]
  return reportId === undefined && awaited.includes(state)
}

async function readAppointments(
  db: CoopDatabase,
  find: () => Promise<LocalDocument[]>,
): Promise<LocalAppointment[]> {
  return db.transaction('r', [db.appointment, db.report, db.cursor], async () => {
    const appointments = (await find()).flatMap(appointmentIn)
    return withReports(db, appointments)
  })
}

/** Without the schema, which the first visit doesn't carry. */
function appointmentIn({ id, scope, state, body }: LocalDocument): LocalAppointment[] {
  const text = (field: string) => {
    const value = valueAt(body, field)
    return typeof value === 'string' ? value : undefined
  }
  const date = calendarDaySchema.safeParse(text('date')).data
  if (state !== 'live' || !date) return []
  return [
    {
      id,
      scope,
      title: text('title') ?? '',
      date,
      lastDate: calendarDaySchema.safeParse(text('lastDate')).data,
      starts: text('starts'),
      ends: text('ends'),
      location: text('location'),
      state: text('state') ?? '',
      isImported: text('uid') !== undefined,
      reportId: documentIdSchema.safeParse(text('reportId')).data,
    },
  ]
}

/**
 * Which have a report, by the reports themselves: one that was deleted is asked for again, one that is filed under the
 * appointment's own id is there whatever became of the state. As long as a device hasn't read everything, what it
 * doesn't have is taken to be on its way.
 */
async function withReports(
  db: CoopDatabase,
  appointments: readonly LocalAppointment[],
): Promise<LocalAppointment[]> {
  const keys = appointments.map(({ scope, id, reportId }): DocumentKey => [
    scope,
    reportId ?? reportIdOf(scope, id),
  ])
  const [rows, cursors] = await Promise.all([db.report.bulkGet(keys), db.cursor.toArray()])
  const whole = new Set(cursors.filter(({ complete }) => complete).map(({ scope }) => scope))
  return appointments.map((appointment, index) => {
    const row = rows[index]
    const isAwaited = appointment.reportId !== undefined && !whole.has(appointment.scope)
    const isFiled = row ? row.state === 'live' : isAwaited
    return { ...appointment, reportId: isFiled ? keys[index]?.[1] : undefined }
  })
}
