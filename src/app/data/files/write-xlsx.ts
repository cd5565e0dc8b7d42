import writeXlsxFile, { type Cell, type Sheet } from 'write-excel-file/universal'
import { safeCell } from '../../../domain/exchange/cell-text.ts'

export interface SheetToWrite {
  readonly name: string
  readonly heads: readonly string[]
  readonly types: readonly ('text' | 'day' | 'number')[]
  readonly rows: readonly (readonly string[])[]
}

/** Characters of one cell, at most, by the format. */
const maxCell = 32_767

/** Sheets as a spreadsheet: days and numbers are days and numbers, and no text is ever run. */
export async function xlsxFile(sheets: readonly SheetToWrite[]): Promise<Blob> {
  return writeXlsxFile(sheets.map(toSheet)).toBlob()
}

function toSheet({ name, heads, types, rows }: SheetToWrite): Sheet<Blob> {
  const head = heads.map((text): Cell => ({ value: text, type: String, fontWeight: 'bold' }))
  return {
    sheet: name,
    stickyRowsCount: 1,
    columns: heads.map((text) => ({ width: Math.min(Math.max(text.length + 2, 12), 40) })),
    data: [head, ...rows.map((cells) => cells.map((text, index) => toCell(text, types[index] ?? 'text')))],
  }
}

function toCell(text: string, type: SheetToWrite['types'][number]): Cell {
  if (text === '') return null
  if (type === 'number' && /^\d+(\.\d+)?$/.test(text)) return { value: Number(text), type: Number }
  if (type === 'day' && /^\d{4}-\d\d-\d\d$/.test(text)) {
    return { value: new Date(`${text}T00:00:00Z`), type: Date, format: 'dd/mm/yyyy' }
  }
  return { value: escaped(safeCell(text)).slice(0, maxCell), type: String }
}

/** The format's own way to write characters that XML can't hold, and texts that look like it. */
function escaped(text: string): string {
  return (
    text
      .replaceAll(/_(?=x[\dA-Fa-f]{4}_)/g, '_x005F_')
      // oxlint-disable-next-line no-control-regex -- these are the ones that XML refuses
      .replaceAll(/[\0-\x08\x0B\x0C\x0D\x0E-\x1F\uFFFE\uFFFF]/g, (sign) => hexOf(sign))
  )
}

function hexOf(sign: string): string {
  return `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`
}
