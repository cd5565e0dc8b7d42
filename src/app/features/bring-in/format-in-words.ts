import type { Table, TextEncoding } from '../../data/files/table.ts'
import { counted } from '../../ui/format/number.ts'

const encodings: Readonly<Record<TextEncoding, string>> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
  'windows-1252': 'Windows-1252',
}

const separators: Readonly<Record<string, string>> = {
  ';': 'des points-virgules',
  ',': 'des virgules',
  '\t': 'des tabulations',
  '|': 'des barres',
}

/** How a file was understood, for whoever wonders. */
export function formatInWords({ format, rows }: Table): string {
  const lines = counted(rows.length, 'ligne', 'lignes')
  if (format.kind === 'xlsx') return `Classeur, première feuille, ${lines}.`
  const separator = separators[format.separator] ?? format.separator
  return `Texte en ${encodings[format.encoding]}, séparé par ${separator}, ${lines}.`
}
