import type { SignedInPerson } from '../../../domain/access/signed-in-person.ts'
import type { CalendarDay } from '../../../domain/calendar-day.ts'
import type { CoopDatabase } from '../../data/database.ts'
import { everythingText, reportSheets, type ReportSheets } from '../../data/export-own.ts'
import { makeXlsx } from '../../data/files/make-xlsx.ts'
import { csvText } from '../../data/files/write-csv.ts'

export type FileKind = 'xlsx' | 'csv' | 'participants' | 'json'

/** One of the files that a person may take: its name says what it is and of which day. */
export async function makeFile(
  db: CoopDatabase,
  person: SignedInPerson,
  kind: FileKind,
  today: CalendarDay,
): Promise<{ name: string; file: Blob }> {
  const what = kind === 'json' ? 'donnees' : kind === 'participants' ? 'participants' : 'activites'
  const ending = kind === 'participants' ? 'csv' : kind
  return { name: `espace-coop-${what}-${today}.${ending}`, file: await contentOf(db, person, kind) }
}

async function contentOf(db: CoopDatabase, { scopes }: SignedInPerson, kind: FileKind): Promise<Blob> {
  if (kind === 'json') return new Blob([await everythingText(db)], { type: 'application/json' })
  const names = new Map<string, string>(scopes.map(({ scope, structureName }) => [scope, structureName]))
  const sheets = await reportSheets(db, names)
  if (kind === 'xlsx') return makeXlsx([sheets.activities, sheets.participants])
  return csvBlob(kind === 'csv' ? sheets.activities : sheets.participants)
}

function csvBlob({ heads, rows }: ReportSheets['activities']): Blob {
  return new Blob([csvText(heads, rows)], { type: 'text/csv;charset=utf-8' })
}
