import { CsvError, parse } from 'csv-parse/sync'
import { codedColumns, columns, factSchema, type Fact } from './fact.ts'

/** Something to be put right in the file. */
export interface LineError {
  /** Counted from 1, as editors do. */
  readonly line: number
  /** French: what is wrong and what is expected. */
  readonly sentence: string
}

export interface LineFact {
  readonly line: number
  readonly fact: Fact
}

export interface FileContent {
  readonly facts: readonly LineFact[]
  readonly errors: readonly LineError[]
}

interface RawLine {
  readonly line: number
  readonly cells: readonly string[]
}

/** Reads a provisioning file: UTF-8 with or without a mark, cells between semicolons or commas, titles first. */
export function readFile(bytes: Uint8Array): FileContent {
  const lines = readLines(bytes)
  if ('sentence' in lines) return { facts: [], errors: [lines] }
  const [titles, ...rest] = lines
  if (!titles) return { facts: [], errors: [{ line: 1, sentence: 'Le fichier est vide.' }] }
  const names = titles.cells.map(plain)
  const errors = titleErrors(titles.line, names)
  if (errors.length > 0) return { facts: [], errors }
  const read = rest.map((line) => readLine(line, names))
  return {
    facts: read.flatMap((each) => ('fact' in each ? [each] : [])),
    errors: read.flatMap((each) => ('fact' in each ? [] : each.errors)),
  }
}

function readLines(bytes: Uint8Array): RawLine[] | LineError {
  const text = utf8(bytes)
  if (text === undefined) {
    return { line: 1, sentence: 'Le fichier n’est pas en UTF-8 : enregistrez-le au format « CSV UTF-8 ».' }
  }
  try {
    return parseRecords(text)
      .map(({ record, info }) => ({ line: info.lines, cells: record }))
      .filter(({ cells }) => cells.some((cell) => cell !== ''))
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const line = typeof error['lines'] === 'number' ? error['lines'] : 1
    return { line, sentence: 'Les guillemets de cette ligne ne se referment pas.' }
  }
}

/** With `info`, the parser gives each record beside its place, which its types don't say. */
function parseRecords(text: string): { record: string[]; info: { lines: number } }[] {
  const options = { info: true, delimiter: delimiterOf(text), trim: true, relax_column_count: true }
  return parse(text, options) as unknown as { record: string[]; info: { lines: number } }[]
}

function utf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) return undefined
    throw error
  }
}

/** Whichever the line of titles has more of: Excel writes semicolons in French, commas elsewhere. */
function delimiterOf(text: string): string {
  const titles = text.split(/\r?\n/, 1)[0] ?? ''
  return titles.split(';').length >= titles.split(',').length ? ';' : ','
}

function titleErrors(line: number, names: readonly string[]): LineError[] {
  const known: readonly string[] = columns
  const unknown = names.filter((name) => !known.includes(name))
  const twice = names.filter((name, index) => names.indexOf(name) !== index)
  return [
    ...unknown.map((name) => ({
      line,
      sentence: `La colonne « ${name} » n’est pas connue. Colonnes possibles : ${columns.join(', ')}.`,
    })),
    ...twice.map((name) => ({ line, sentence: `La colonne « ${name} » est là deux fois.` })),
    ...(names.includes('type') ? [] : [{ line, sentence: 'Il manque la colonne « type ».' }]),
  ]
}

function readLine({ line, cells }: RawLine, names: readonly string[]): LineFact | { errors: LineError[] } {
  if (cells.length > names.length) {
    return { errors: [{ line, sentence: 'Cette ligne a plus de cellules que la ligne des titres.' }] }
  }
  const filled = names.flatMap((name, index) => (cells[index] ? [cellOf(name, cells[index])] : []))
  const parsed = factSchema.safeParse(Object.fromEntries(filled))
  if (parsed.success) return { line, fact: parsed.data }
  return { errors: parsed.error.issues.map((issue) => ({ line, sentence: sentenceOf(issue) })) }
}

function cellOf(name: string, text: string): [string, string] {
  return [name, codedColumns.has(name) ? plain(text) : text]
}

function sentenceOf(issue: {
  code?: string | undefined
  path: PropertyKey[]
  message: string
  keys?: string[]
}): string {
  if (issue.code === 'unrecognized_keys') {
    return `Ce type de ligne n’a pas de colonne ${(issue.keys ?? []).map((key) => `« ${key} »`).join(', ')} : videz la cellule.`
  }
  const column = issue.path.map(String).join('.')
  return column ? `${column} : ${issue.message}` : issue.message
}

/** Without accents or capitals. */
function plain(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').trim().toLowerCase()
}
