import { readCalendar } from '../../domain/appointment/icalendar/read-calendar.ts'
import { importBounds, importWindow } from '../../domain/appointment/import-window.ts'
import { planImport, type ImportLine } from '../../domain/appointment/plan-import.ts'
import type { CalendarRead, PlannedEvent } from '../../domain/appointment/planned-event.ts'
import { isOver } from '../../domain/appointment/to-complete.ts'
import type { CalendarDay } from '../../domain/calendar-day.ts'
import type { ScopeId } from '../../domain/ids.ts'
import { collections } from '../../domain/sync/collections.ts'
import { viewOfDevice } from '../../domain/sync/device-document.ts'
import { opsAfterSave } from '../../domain/sync/save-rules.ts'
import { calendarText } from './calendar-text.ts'
import type { CoopDatabase } from './database.ts'
import { boundsOf } from './document-tables.ts'
import { deviceTools, type DeviceTools } from './device-tools.ts'
import { instantText } from './instant-text.ts'
import { readMeta, writeMeta } from './meta.ts'
import { writeSave } from './save-document.ts'
import { WorkingSet } from './working-set.ts'

/** Why a file isn't read at all. */
export type CalendarRefusal = 'too-big' | 'no-calendar' | 'unreadable'

export type CalendarFile = { ok: true; read: CalendarRead } | { ok: false; reason: CalendarRefusal }

/** What a person chooses in the account of a file, before anything is written. */
export interface ImportChoice {
  scope: ScopeId
  today: CalendarDay
  now: number
  /** Events and series that the person doesn't want. */
  unwanted: ReadonlySet<string>
  /** Whether those that are over come too, to be completed. */
  takesPast: boolean
}

/** Reads a file of the device; nothing is written, nothing is asked of the network. */
export async function readCalendarFile(file: Blob, today: CalendarDay): Promise<CalendarFile> {
  if (file.size > importBounds.maxFileSize) return { ok: false, reason: 'too-big' }
  let bytes: Uint8Array
  try {
    bytes = new Uint8Array(await file.arrayBuffer())
  } catch {
    // The file is gone, or the device refuses it: the person is told, and chooses again.
    return { ok: false, reason: 'unreadable' }
  }
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions()
  const read = readCalendar(calendarText(bytes), { window: importWindow(today), timeZone })
  return read ? { ok: true, read } : { ok: false, reason: 'no-calendar' }
}

/** Uids that were not wanted the last time on this device. */
export async function unwantedBefore(db: CoopDatabase): Promise<readonly string[]> {
  return (await readMeta(db, 'calendarUnwanted')) ?? []
}

/** What an import would do, line by line. */
export async function planOfImport(
  db: CoopDatabase,
  read: CalendarRead,
  { scope, today, now, unwanted, takesPast }: ImportChoice,
): Promise<ImportLine[]> {
  const rows = await db.appointment
    .where('[scope+id]')
    .between(...boundsOf(scope))
    .toArray()
  const wants = (event: PlannedEvent) =>
    !unwanted.has(event.uid) && (takesPast || !isOver(event, { now, today }))
  return planImport(read, { scope, window: importWindow(today), known: rows, wants })
}

/** How many appointments an import wrote, by what became of them. */
export interface ImportCounts {
  added: number
  changed: number
  cancelled: number
}

/**
 * Writes what was shown, all of it or nothing, in one transaction. It is worked out anew inside, from what the device
 * holds by then: what was said of an appointment meanwhile stays.
 */
export async function importCalendar(
  db: CoopDatabase,
  read: CalendarRead,
  choice: ImportChoice,
  tools: DeviceTools = deviceTools,
): Promise<ImportCounts> {
  let lines: ImportLine[] = []
  await writeSave(db, [db.appointment, db.outbox, db.cursor, db.conflict, db.meta], async () => {
    lines = (await planOfImport(db, read, choice)).filter(({ isWritten }) => isWritten)
    await writeLines(db, choice.scope, lines, tools)
    await writeMeta(db, 'calendarUnwanted', [...choice.unwanted].slice(-maxUnwanted))
  })
  const count = (fate: ImportLine['fate']) => lines.filter((line) => line.fate === fate).length
  return { added: count('new'), changed: count('changed'), cancelled: count('cancelled') }
}

const maxUnwanted = 2000

async function writeLines(
  db: CoopDatabase,
  scope: ScopeId,
  lines: readonly ImportLine[],
  tools: DeviceTools,
): Promise<void> {
  const nameOf = ({ id }: ImportLine) => ({ scope, collection: 'appointment', id }) as const
  const set = await WorkingSet.load(db, lines.map(nameOf))
  for (const line of lines) {
    const document = set.get(nameOf(line))
    if (viewOfDevice(document).state === 'erased') continue
    const context = { rules: collections.appointment, at: instantText(tools.now()), opId: tools.newOpId() }
    set.set(document, opsAfterSave(document, line.body, context))
  }
  await set.flush()
}
