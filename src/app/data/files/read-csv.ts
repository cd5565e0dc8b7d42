import Papa from 'papaparse'
import { decodeText } from './decode-text.ts'
import { maxLines, tableOf, type ReadFile } from './table.ts'

/** Reads a file of texts with a separator between them (RFC 4180), whichever the separator and the encoding. */
export function readCsv(bytes: Uint8Array): ReadFile {
  const decoded = decodeText(bytes)
  if (!decoded) return { ok: false, reason: 'not-a-table' }
  const { data, errors, meta } = Papa.parse<string[]>(decoded.text, {
    // The heads, the lines, and one that is too many; past it nothing more is read.
    preview: maxLines + 1_000,
    delimiter: separatorOf(decoded.text),
  })
  if (errors.some(({ code }) => code === 'MissingQuotes')) return { ok: false, reason: 'open-quote' }
  const read = tableOf(data, { kind: 'csv', encoding: decoded.encoding, separator: meta.delimiter })
  if ('table' in read && read.table.heads.length < 2) return { ok: false, reason: 'one-column' }
  return read
}

const separators = [';', '\t', ',', '|']

/** The separator that stands most often in the first line that has one, between texts and not inside quotation marks. */
function separatorOf(text: string): string {
  const lines = text.slice(0, 20_000).split(/\r\n|\r|\n/)
  const counts = lines.map((line) => countsIn(line.replaceAll(/"[^"]*"/g, '')))
  const first = counts.find((line) => line.some((count) => count > 0)) ?? []
  return separators[first.indexOf(Math.max(...first))] ?? ';'
}

function countsIn(line: string): number[] {
  return separators.map((separator) => line.split(separator).length - 1)
}
