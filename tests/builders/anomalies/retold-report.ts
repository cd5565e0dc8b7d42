import { addDays, daysBetween, type CalendarDay } from '../../../src/domain/calendar-day.ts'
import type { DocumentId } from '../../../src/domain/ids.ts'
import type { JsonObject } from '../../../src/domain/json.ts'
import { oneOf, wholeBetween, type Random } from '../../../src/server/demonstration/seeded-random.ts'
import { seededDocumentId } from '../../../src/server/demonstration/seeded-uuid.ts'
import { dayOf, filedOnOf, type FiledReport } from './advisor-life.ts'

/* A report as it would be with one thing told differently. */

/** Another one, filed so many seconds after. */
export function filedAfter(
  random: Random,
  report: FiledReport,
  seconds: number,
  body: JsonObject,
): FiledReport {
  return { id: seededDocumentId(random, new Date(filedAt(report.id) + seconds * 1000)), body }
}

/** One of another day, filed as long after it; on that very day, where it was on its own. */
export function dated(random: Random, { id, body }: FiledReport, day: CalendarDay): FiledReport {
  const delay = daysBetween(dayOf({ id, body }), filedOnOf({ id, body }))
  return filedOnDay(random, { id, body: { ...body, date: day } }, addDays(day, delay))
}

/** One that was filed on another day, at another minute. */
export function filedOnDay(random: Random, { id, body }: FiledReport, filedOn: CalendarDay): FiledReport {
  const moved = filedAt(id) + daysBetween(filedOnOf({ id, body }), filedOn) * 86_400_000
  const instant = new Date(moved + wholeBetween(random, -1200, 1200) * 1000)
  return { id: seededDocumentId(random, instant), body: { ...body, filedOn } }
}

/** What one types when typing a note once more. */
export function withNoteTypedAgain(random: Random, body: JsonObject): JsonObject {
  const { notes } = body
  if (typeof notes !== 'string') return body
  return { ...body, notes: oneOf(random, typedAgain)(notes) }
}

const typedAgain: readonly [(note: string) => string, ...((note: string) => string)[]] = [
  (note) => `${note}.`,
  (note) => `${note} `,
  (note) => note.toLowerCase(),
  (note) => `${note}, fait`,
  (note) => (note.length > 8 ? note.slice(0, 4) + note.slice(5) : note),
  (note) => note.replace(/[éèê]/u, 'e'),
]

/** Participants of a workshop, so many in all; what is known of them is no more than they are. */
export function withPeople(body: JsonObject, people: number): JsonObject {
  const { participants: _, ...others } = body
  const group = groupOf(body)
  return {
    ...others,
    anonymous: people < Number(group['total']) ? { total: people } : { ...group, total: people },
  }
}

/** Brought in from a file, with more people in a detail than in all. */
export function withDetailsAboveTotal(random: Random, body: JsonObject): JsonObject {
  const group = groupOf(body)
  const total = Number(group['total'])
  const above = total + wholeBetween(random, 1, Math.max(2, total))
  const part = wholeBetween(random, 0, above)
  const detail = oneOf<JsonObject>(random, [
    { gender: { feminin: part, masculin: above - part } },
    { ageRange: { quarante_cinquante_neuf: part, soixante_dix_plus: above - part } },
    { status: { retraite: part, sans_emploi: above - part } },
    { alreadyAccompanied: above },
  ])
  return { ...body, imported: true, anonymous: { ...group, ...detail } }
}

/** Accompaniments that a report counts for. */
export function peopleOf(body: JsonObject): number {
  if (body['kind'] === 'individuel') return 1
  return body['kind'] === 'collectif' ? Number(groupOf(body)['total']) + named(body) : 0
}

function named({ participants }: JsonObject): number {
  return Array.isArray(participants) ? participants.length : 0
}

function groupOf({ anonymous }: JsonObject): JsonObject {
  return typeof anonymous === 'object' && anonymous !== null && !Array.isArray(anonymous)
    ? anonymous
    : { total: 0 }
}

/** The moment that a UUIDv7 begins with. */
function filedAt(id: DocumentId): number {
  return Number.parseInt(id.replace('-', '').slice(0, 12), 16)
}
