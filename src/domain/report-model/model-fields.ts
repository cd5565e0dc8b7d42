import type { CalendarDay } from '../calendar-day.ts'
import type { JsonObject } from '../json.ts'

/** What is of one day and its people, and no part of what is begun from again. */
const ofOneDay: ReadonlySet<string> = new Set([
  'date',
  'filedOn',
  'imported',
  'notes',
  'notesShared',
  'beneficiary',
  'participants',
  'anonymous',
  'autonomy',
  'oriented',
  'orientation',
  'unmetNeeds',
])

/** What of a report makes a model: its kind, its place, how long, on what, and its words that name nobody. */
export function modelFieldsOf(report: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(report).filter(([field]) => !ofOneDay.has(field)))
}

/** The report that a form opens with from a model, on a day; not judged before it is filed. */
export function reportFromModel(fields: JsonObject, today: CalendarDay): JsonObject {
  const people = fields['kind'] === 'individuel' ? { beneficiary: { kind: 'anonyme' } } : {}
  const attendance = fields['kind'] === 'evenement' ? { participants: 0 } : {}
  return { ...fields, ...people, ...attendance, date: today, filedOn: today, notesShared: false }
}
