import { md5 } from '@noble/hashes/legacy.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { calendarDaySchema } from '../calendar-day.ts'
import type { DocumentId, ScopeId } from '../ids.ts'
import { sameJson, valueAt, type JsonObject } from '../json.ts'
import type { DocumentState } from '../sync/stored-document.ts'
import { isInWindow, type DayWindow } from './import-window.ts'
import { importedAppointmentId } from './name-based-id.ts'
import type { CalendarRead, PlannedEvent } from './planned-event.ts'

/** An appointment of this scope, as the device has it. */
export interface KnownAppointment {
  readonly id: DocumentId
  readonly state: DocumentState
  readonly body: JsonObject
}

/**
 * What becomes of one appointment:
 *
 * - new, changed, cancelled: written;
 * - known: as it was, or taken out here by hand, or from a file that is older than what is known;
 * - kept: cancelled in the calendar, but a report is filed on it;
 * - left: new, but the person doesn't want it.
 */
export type ImportFate = 'new' | 'changed' | 'cancelled' | 'known' | 'kept' | 'left'

export interface ImportLine {
  readonly id: DocumentId
  readonly uid: string
  readonly fate: ImportFate
  /** The appointment as it will be; as it is, where nothing is written. */
  readonly body: JsonObject
  /** Whether the document is written. */
  readonly isWritten: boolean
  readonly isFree: boolean
}

export interface ImportRequest {
  readonly scope: ScopeId
  readonly window: DayWindow
  readonly known: readonly KnownAppointment[]
  /** Whether the person wants an appointment that isn't known yet. */
  readonly wants: (event: PlannedEvent) => boolean
}

/**
 * What an import does, appointment by appointment. Pure: the same file again gives lines that write nothing. What was
 * said here by hand (pas venu, a report that is filed, a title) stays, unless the calendar itself says something new;
 * an appointment with a report is never cancelled.
 */
export function planImport(read: CalendarRead, { scope, window, known, wants }: ImportRequest): ImportLine[] {
  const byId = new Map<string, KnownAppointment>(known.map((each) => [each.id, each]))
  const bySlot = new Map(known.map((each) => [slotOf(each.body), each]))
  const idOf = ({ uid, occurrence }: PlannedEvent) => importedAppointmentId(scope, uid, occurrence)
  const named = new Set(read.events.map(idOf))
  const met = new Set<DocumentId>()
  const lines = read.events.flatMap((event): ImportLine[] => {
    const id = idOf(event)
    const line = { id, uid: event.uid, isFree: event.isFree }
    const own = ownExport(event, byId)
    if (own) return [{ ...line, id: own.id, fate: 'known', body: own.body, isWritten: false }]
    // An event that becomes a series, or no longer is one, keeps the appointment that was at the same time.
    const atSameTime = bySlot.get(slotOf(event))
    const found = byId.get(id) ?? (atSameTime && !named.has(atSameTime.id) ? atSameTime : undefined)
    if (found ? met.has(found.id) : event.isCancelled) return []
    met.add(found?.id ?? id)
    if (found) return [reread(event, found)]
    const isWanted = wants(event)
    return [{ ...line, fate: isWanted ? 'new' : 'left', body: newBody(event), isWritten: isWanted }]
  })
  const gone = known.filter((each) => !met.has(each.id) && isGone(each, read, window))
  return [...lines, ...gone.map(takenOut)]
}

/** Taken out of the calendar: its series is cancelled, or no longer has it on a day that the file was read for. */
function isGone({ state, body }: KnownAppointment, read: CalendarRead, { from }: DayWindow): boolean {
  const [uid, day] = [valueAt(body, 'uid'), calendarDaySchema.safeParse(valueAt(body, 'date'))]
  if (state !== 'live' || typeof uid !== 'string' || !day.success) return false
  if (!isInWindow({ date: day.data }, { from, to: read.until })) return false
  return read.cancelledUids.has(uid) || read.wholeUids.has(uid)
}

function takenOut(known: KnownAppointment): ImportLine {
  const { id, body } = known
  const marks = { ...marksIn(body), status: 'annule' }
  const next = isFiled(body) ? body : { ...body, state: 'annule', read: marks }
  const fate = isFiled(body) ? 'kept' : fateOf(body, next)
  return { id, uid: textAt(body, 'uid'), fate, body: next, isWritten: !sameJson(body, next), isFree: false }
}

/** The appointment that we gave ourselves to a calendar, and that comes back from it. */
function ownExport({ uid }: PlannedEvent, byId: ReadonlyMap<string, KnownAppointment>) {
  return uid.endsWith(exportSuffix) ? byId.get(uid.slice(0, -exportSuffix.length)) : undefined
}

/** What ends the UID of an appointment in the files that we give. */
export const exportSuffix = '@espace-coop'

function newBody(event: PlannedEvent): JsonObject {
  const { uid, occurrence, sequence } = event
  return {
    ...titleOf(event),
    ...whenOf(event),
    ...whereOf(event),
    state: 'prevu',
    uid,
    ...(occurrence !== undefined && { occurrence }),
    sequence,
    read: marksOf(event),
  }
}

/** An event that is known: only what the file says otherwise than the last time changes anything. */
function reread(event: PlannedEvent, { id, state, body }: KnownAppointment): ImportLine {
  const line = { id, uid: event.uid, isFree: event.isFree }
  const before = marksIn(body)
  const isOlder = event.sequence < Number(valueAt(body, 'sequence') ?? 0)
  // One that was taken out here, or was never read from a file, is the person's.
  if (state !== 'live' || isOlder || before === undefined) {
    return { ...line, fate: 'known', body, isWritten: false }
  }
  const marks = marksOf(event)
  const says = (field: keyof Marks) => marks[field] !== before[field]
  const { title, date, lastDate, starts, ends, location, ...rest } = body
  const next = withoutNothing({
    ...rest,
    ...(says('title') ? titleOf(event) : { title }),
    ...(says('when') ? whenOf(event) : { date, lastDate, starts, ends }),
    ...(says('where') ? whereOf(event) : { location }),
    ...(says('status') && stateAfter(event, body)),
    sequence: event.sequence,
    read: marks,
  })
  if (event.isCancelled && isFiled(body)) return { ...line, fate: 'kept', body, isWritten: false }
  return { ...line, fate: fateOf(body, next), body: next, isWritten: !sameJson(body, next) }
}

function stateAfter({ isCancelled }: PlannedEvent, body: JsonObject): JsonObject {
  if (isFiled(body)) return {}
  if (isCancelled) return { state: 'annule' }
  // It was cancelled by the calendar, and is planned again.
  return body['state'] === 'annule' ? { state: 'prevu' } : {}
}

function fateOf(body: JsonObject, next: JsonObject): ImportFate {
  if (next['state'] === 'annule' && body['state'] !== 'annule') return 'cancelled'
  const shown = ['title', 'date', 'lastDate', 'starts', 'ends', 'location', 'state']
  return shown.every((field) => valueAt(body, field) === valueAt(next, field)) ? 'known' : 'changed'
}

function textAt(body: JsonObject, field: string): string {
  const value = valueAt(body, field)
  return typeof value === 'string' ? value : ''
}

function isFiled(body: JsonObject): boolean {
  return valueAt(body, 'state') === 'depose'
}

function titleOf({ title }: PlannedEvent): JsonObject {
  return { title }
}

function whenOf({ date, lastDate, starts, ends }: PlannedEvent): JsonObject {
  return {
    date,
    ...(lastDate && { lastDate }),
    ...(starts !== undefined && { starts }),
    ...(ends !== undefined && { ends }),
  }
}

function whereOf({ location }: PlannedEvent): JsonObject {
  return location === undefined ? {} : { location }
}

interface Marks extends JsonObject {
  readonly title: string
  readonly when: string
  readonly where: string
  readonly status: string
}

/** Marks and not the words: a title that the person took a name out of isn't kept elsewhere. */
function marksOf(event: PlannedEvent): Marks {
  return {
    title: markOf(titleOf(event)),
    when: markOf(whenOf(event)),
    where: markOf(whereOf(event)),
    status: event.isCancelled ? 'annule' : 'prevu',
  }
}

function marksIn(body: JsonObject): JsonObject | undefined {
  const read = valueAt(body, 'read')
  return typeof read === 'object' && read !== null && !Array.isArray(read) ? read : undefined
}

function markOf(fields: JsonObject): string {
  return bytesToHex(md5(utf8ToBytes(JSON.stringify(fields)))).slice(0, 16)
}

/** When an event of a calendar takes place: no calendar has one twice at the same time. */
function slotOf(event: { uid?: unknown; starts?: unknown; date?: unknown }): string {
  return `${String(event.uid)} ${String(event.starts ?? event.date)}`
}

function withoutNothing(fields: Record<string, JsonObject[string] | undefined>): JsonObject {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
}
