import { useLiveQuery } from 'dexie-react-hooks'
import { appointmentSchema } from '../../../domain/appointment/appointment.ts'
import type { CalendarDay } from '../../../domain/calendar-day.ts'
import { isOver } from '../../../domain/appointment/to-complete.ts'
import type { CalendarRead } from '../../../domain/appointment/planned-event.ts'
import type { ImportLine } from '../../../domain/appointment/plan-import.ts'
import { planOfImport, unwantedBefore, type ImportChoice } from '../import-calendar.ts'
import { useDatabase } from './database-context.ts'

export interface ImportPlan {
  lines: ImportLine[]
  /** Events and series that are left out: as the person said, else as the last time, else those shown as free. */
  unwanted: ReadonlySet<string>
  /** How many that are new and wanted are over. */
  past: number
}

export interface ImportFacts extends Omit<ImportChoice, 'unwanted'> {
  /** What the person ticked and unticked, by UID. */
  choices: ReadonlyMap<string, boolean>
}

/** What an import would do, kept up to date; undefined until the first reading. */
export function useImportPlan(read: CalendarRead, facts: ImportFacts): ImportPlan | undefined {
  const db = useDatabase()
  const { scope, today, now, takesPast, choices } = facts
  return useLiveQuery(async () => {
    const before = new Set(await unwantedBefore(db))
    const free = new Set(read.events.filter(({ isFree }) => isFree).map(({ uid }) => uid))
    const isWanted = (uid: string) => choices.get(uid) ?? !(before.has(uid) || free.has(uid))
    const uids = new Set(read.events.map(({ uid }) => uid))
    const unwanted = new Set([...before].filter((uid) => !uids.has(uid)))
    for (const uid of uids) if (!isWanted(uid)) unwanted.add(uid)
    const lines = await planOfImport(db, read, { scope, today, now, takesPast, unwanted })
    return { lines, unwanted, past: lines.filter((line) => isPast(line, { now, today, unwanted })).length }
  }, [db, read, scope, today, now, takesPast, choices])
}

/** New, wanted, and over: what the person may take or leave at once. */
function isPast(
  { fate, uid, body }: ImportLine,
  { unwanted, ...moment }: { now: number; today: CalendarDay; unwanted: ReadonlySet<string> },
): boolean {
  const planned = appointmentSchema.safeParse(body)
  return (
    (fate === 'new' || fate === 'left') &&
    !unwanted.has(uid) &&
    planned.success &&
    isOver(planned.data, moment)
  )
}
