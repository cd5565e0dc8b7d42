import { appointmentSchema } from '../../../domain/appointment/appointment.ts'
import type { JsonObject } from '../../../domain/json.ts'
import type { LocalAppointment } from '../../data/appointments.ts'

/** An appointment as the form asks it; a time that is empty is none. */
export interface TypedAppointment {
  title: string
  date: string
  from: string
  to: string
  location: string
}

export type TypedField = keyof TypedAppointment

export type JudgedAppointment =
  { ok: true; fields: JsonObject } | { ok: false; field: TypedField; message: string }

/** What a person typed, as it is stored; or the first thing that is in the way. Times are the device's own. */
export function judgeAppointment(typed: TypedAppointment): JudgedAppointment {
  const title = typed.title.trim()
  const wrong = (field: TypedField, message: string) => ({ ok: false, field, message }) as const
  if (title === '') return wrong('title', 'Donnez un titre à ce rendez-vous.')
  if (typed.date === '') return wrong('date', 'Indiquez le jour.')
  if (typed.from === '' && typed.to !== '') return wrong('from', 'Indiquez l’heure de début.')
  const times = timesOf(typed)
  if (times && times.ends < times.starts) return wrong('to', 'La fin précède le début.')
  const fields = {
    title,
    date: typed.date,
    lastDate: null,
    starts: times ? new Date(times.starts).toISOString() : null,
    ends: times ? new Date(times.ends).toISOString() : null,
    location: typed.location.trim() || null,
  }
  const present = Object.entries(fields).filter(([, value]) => value !== null)
  const issue = appointmentSchema.safeParse({ ...Object.fromEntries(present), state: 'prevu' }).error
    ?.issues[0]
  return issue ? wrong(fieldOf(issue.path[0]), 'Cette réponse n’est pas valable.') : { ok: true, fields }
}

export function typedOf({ title, date, starts, ends, location = '' }: LocalAppointment): TypedAppointment {
  return { title, date, from: clockOf(starts), to: clockOf(ends), location }
}

function timesOf({ date, from, to }: TypedAppointment): { starts: number; ends: number } | undefined {
  if (from === '') return undefined
  const starts = Date.parse(`${date}T${from}`)
  return { starts, ends: to === '' ? starts : Date.parse(`${date}T${to}`) }
}

function clockOf(instant: string | undefined): string {
  if (instant === undefined) return ''
  const at = new Date(instant)
  return [at.getHours(), at.getMinutes()].map((part) => String(part).padStart(2, '0')).join(':')
}

function fieldOf(name: PropertyKey | undefined): TypedField {
  return name === 'date' || name === 'location' ? name : name === 'starts' ? 'from' : 'title'
}
