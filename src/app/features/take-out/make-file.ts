import type { SignedInPerson } from '../../../domain/access/signed-in-person.ts'
import type { CalendarDay } from '../../../domain/calendar-day.ts'
import type { CoopDatabase } from '../../data/database.ts'
import { everythingText, reportSheets, type ReportSheets } from '../../data/export-own.ts'
import { makeXlsx } from '../../data/files/make-xlsx.ts'
import { csvText } from '../../data/files/write-csv.ts'
import { isPractising } from '../../data/practising.ts'
import { nothingTold, toldOfOneself } from '../../data/told-of-oneself.ts'

export type FileKind = 'xlsx' | 'csv' | 'participants' | 'json'

/** A file to be taken. */
export interface MadeFile {
  readonly name: string
  readonly file: Blob
  /** Whether some of what others keep of the person isn't in it: neither the server nor the device tells it now. */
  readonly lacksTold: boolean
}

/** One of the files that a person may take: its name says what it is and of which day. */
export async function makeFile(
  db: CoopDatabase,
  person: SignedInPerson,
  kind: FileKind,
  today: CalendarDay,
): Promise<MadeFile> {
  if (kind === 'json') return everythingFile(db, today)
  const what = kind === 'participants' ? 'participants' : 'activites'
  const ending = kind === 'participants' ? 'csv' : kind
  const file = await reportsFile(db, person, kind)
  return { name: `espace-coop-${what}-${today}.${ending}`, file, lacksTold: false }
}

async function everythingFile(db: CoopDatabase, today: CalendarDay): Promise<MadeFile> {
  // What is practised is invented: nothing of the person themselves belongs beside it.
  const told = isPractising() ? nothingTold : await toldOfOneself(db)
  const file = new Blob([await everythingText(db, told)], { type: 'application/json' })
  const lacksTold = !isPractising() && Object.values(told).some((one) => one === null)
  return { name: `espace-coop-donnees-${today}.json`, file, lacksTold }
}

async function reportsFile(
  db: CoopDatabase,
  { scopes }: SignedInPerson,
  kind: Exclude<FileKind, 'json'>,
): Promise<Blob> {
  const names = new Map<string, string>(scopes.map(({ scope, structureName }) => [scope, structureName]))
  const sheets = await reportSheets(db, names)
  if (kind === 'xlsx') return makeXlsx([sheets.activities, sheets.participants])
  return csvBlob(kind === 'csv' ? sheets.activities : sheets.participants)
}

function csvBlob({ heads, rows }: ReportSheets['activities']): Blob {
  return new Blob([csvText(heads, rows)], { type: 'text/csv;charset=utf-8' })
}
