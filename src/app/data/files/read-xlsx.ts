import { readSheet } from 'read-excel-file/universal'
import { checkedArchive } from './checked-archive.ts'
import { tableOf, type ReadFile } from './table.ts'

/**
 * Reads the first sheet of a spreadsheet. Its archive is inflated by us first, within bounds; the library only ever
 * sees what was counted. Formulas are never run: a cell is what it showed when the file was saved.
 */
export async function readXlsx(bytes: Uint8Array): Promise<ReadFile> {
  const archive = checkedArchive(bytes)
  if (!archive.ok) return archive
  try {
    const rows = await readSheet(archive.bytes, { trim: false })
    return tableOf(
      rows.map((row) => row.map(textOfCell)),
      { kind: 'xlsx' },
    )
  } catch {
    // The library throws for whatever isn't a spreadsheet; the person is told which file it was, not why.
    return { ok: false, reason: 'damaged' }
  }
}

/** What a cell says, as a text: days as YYYY-MM-DD, hours as HH:MM. */
export function textOfCell(value: unknown): string {
  if (value instanceof Date) return textOfInstant(value)
  if (typeof value === 'boolean') return value ? 'oui' : 'non'
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' ? value : ''
}

/** Spreadsheets have no time zone: the library gives what the cell shows as if it were UTC. */
function textOfInstant(instant: Date): string {
  if (Number.isNaN(instant.getTime())) return ''
  const [day = '', time = ''] = new Date(Math.round(instant.getTime() / 60_000) * 60_000)
    .toISOString()
    .split('T')
  const hour = time.slice(0, 5)
  // An hour without a day is counted from the day before the first.
  if (day < '1901') return hour
  return hour === '00:00' ? day : `${day} ${hour}`
}
