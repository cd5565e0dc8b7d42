import Papa from 'papaparse'
import { safeCell } from '../../../domain/exchange/cell-text.ts'

/** Rows of texts as a CSV file (RFC 4180): UTF-8 with its mark, semicolons, no cell that a spreadsheet runs. */
export function csvText(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const safe = [heads, ...rows].map((cells) => cells.map(safeCell))
  return `\uFEFF${Papa.unparse(safe, { delimiter: ';', newline: '\r\n' })}\r\n`
}
