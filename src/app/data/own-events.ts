import type { OwnCommunity, OwnEvent } from '../../domain/access/community-on-the-wire.ts'
import { attendanceOf, type Attendance, type AttendanceWord } from '../../domain/community/attendance.ts'
import { eventTimes } from '../../domain/community/event-life.ts'
import { eventWordIn } from '../../domain/community/event-word.ts'
import { reportIdOnEvent } from '../../domain/community/report-on-event.ts'
import type { CommunityEventId, EventConfirmationKind } from '../../domain/confirmation/event-confirmation.ts'
import type { DocumentId, ScopeId } from '../../domain/ids.ts'
import { readKeptOwnCommunity } from './community.ts'
import type { CoopDatabase } from './database.ts'
import { newDocumentId } from './new-id.ts'
import { marksHere, type ReportMark } from './report-marks.ts'
import { deleteDocument, saveDocument } from './save-document.ts'

/** An event that concerns this advisor, as this device knows it. */
export interface LocalEvent extends OwnEvent {
  /** The assignment by which it concerns them. */
  readonly scope: ScopeId
  /** When it begins and ends, in ms. */
  readonly begins: number
  readonly ends: number
  readonly attendance: Attendance
  /** Whether the last word of this device is on its way; nothing where none was said. */
  readonly wordMark: ReportMark | undefined
  /** The report that is filed on it, as long as there is one. */
  readonly reportId: DocumentId | undefined
}

/**
 * One's events, the first one first: those that the server told last, with what was said of them here since, sent or not.
 * Undefined where this device has never read them.
 */
export async function ownEventsHere(db: CoopDatabase): Promise<LocalEvent[] | undefined> {
  const known = await readKeptOwnCommunity(db, 'mine')
  return known && withWhatIsHere(db, known)
}

async function withWhatIsHere(db: CoopDatabase, { events, marks }: OwnCommunity): Promise<LocalEvent[]> {
  const own = events.flatMap((event) => {
    const [scope] = event.scopes
    return scope === undefined ? [] : [{ ...event, scope }]
  })
  const keys = own.map(({ scope, id }): [ScopeId, DocumentId] => [scope, reportIdOnEvent(scope, id)])
  const [reports, words, sending] = await Promise.all([db.report.bulkGet(keys), wordsHere(db), marksHere(db)])
  return own.map((event, index): LocalEvent => {
    const said = words.filter((word) => word.event === event.id)
    const marked = marks
      .filter(({ event: of }) => of === event.id)
      .map(({ id, at, says }): AttendanceWord => ({ id, at, says, party: 'coordinator' }))
    const isFiled = reports[index]?.state === 'live'
    const last = [...said].sort((a, b) => Date.parse(a.at) - Date.parse(b.at)).at(-1)
    return {
      ...event,
      ...eventTimes(event.details),
      attendance: attendanceOf([...said, ...marked], isFiled),
      wordMark: last && (sending.get(last.id) ?? 'sent'),
      reportId: isFiled ? keys[index]?.[1] : undefined,
    }
  })
}

async function wordsHere(
  db: CoopDatabase,
): Promise<(AttendanceWord & { id: DocumentId; event: CommunityEventId })[]> {
  const rows = await db.other.where({ collection: 'confirmation' }).toArray()
  return rows.flatMap(({ id, state, body }) => {
    const word = state === 'live' ? eventWordIn(body) : undefined
    return word ? [{ ...word, id, party: 'advisor' as const }] : []
  })
}

/** Says of an event that one goes, or was there, without waiting for the network. Gives the way back. */
export async function sayOfOwnEvent(
  db: CoopDatabase,
  { id: event, scope, details: { day } }: LocalEvent,
  kind: EventConfirmationKind,
): Promise<() => Promise<void>> {
  const id = newDocumentId()
  const body = { about: 'event', event, day, kind, at: new Date().toISOString() }
  await saveDocument(db, { scope, collection: 'confirmation', id, body })
  return () => deleteDocument(db, { collection: 'confirmation', id })
}
