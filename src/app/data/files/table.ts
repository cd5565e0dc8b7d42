/** A file as rows of texts: what a spreadsheet shows of it. */
export interface Table {
  readonly heads: readonly string[]
  readonly rows: readonly TableRow[]
  /** How the file was understood, for whoever wonders why an accent is wrong. */
  readonly format: TableFormat
}

export interface TableRow {
  /** Its number as a spreadsheet shows it: the heads are usually the first. */
  readonly n: number
  readonly cells: readonly string[]
}

export type TableFormat =
  | { readonly kind: 'xlsx' }
  | { readonly kind: 'csv'; readonly encoding: TextEncoding; readonly separator: string }

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

/**
 * Why a file gives no rows:
 * - empty: nothing in it, or heads without a line;
 * - too-large: more bytes than any file of reports has, as it is or once inflated;
 * - too-many-lines: more lines than are taken at once;
 * - not-a-table: neither text nor a spreadsheet;
 * - old-excel: the format of before 2007;
 * - one-column: no separator that we know;
 * - open-quote: a quotation mark that is never closed, so that nobody can tell where cells end;
 * - damaged: a spreadsheet or JSON that can't be read.
 */
export type FileRefusal =
  | 'empty'
  | 'too-large'
  | 'too-many-lines'
  | 'not-a-table'
  | 'old-excel'
  | 'one-column'
  | 'open-quote'
  | 'damaged'

/** What a file holds: rows, or JSON that somebody else understands. */
export type ReadFile =
  | { readonly ok: true; readonly table: Table }
  | { readonly ok: true; readonly json: unknown }
  | { readonly ok: false; readonly reason: FileRefusal }

/** Bytes of a file, as it is on the disk. */
export const maxFileBytes = 20 * 1024 * 1024
/** Bytes of all that is read of a spreadsheet, once inflated. */
export const maxInflatedBytes = 100 * 1024 * 1024
/** Lines of one file: all the half-days that a training body plans in a year. */
export const maxLines = 50_000

/** The rows of a grid: its heads are in the first row that has several cells, which a title above them has not. */
export function tableOf(grid: readonly (readonly string[])[], format: TableFormat): ReadFile {
  const filled = (cells: readonly string[]) => cells.filter((cell) => cell.trim() !== '').length
  const first = Math.max(
    grid.findIndex((cells) => filled(cells) > 1),
    grid.findIndex((cells) => filled(cells) > 0),
  )
  const heads = grid[first]?.map((head) => head.trim())
  if (!heads) return { ok: false, reason: 'empty' }
  const rows = grid
    .map((cells, index) => ({ n: index + 1, cells }))
    .slice(first + 1)
    .filter(({ cells }) => filled(cells) > 0)
  if (rows.length === 0) return { ok: false, reason: 'empty' }
  if (rows.length > maxLines) return { ok: false, reason: 'too-many-lines' }
  return { ok: true, table: { heads, rows, format } }
}
