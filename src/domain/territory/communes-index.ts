import type { Commune, InseeCode } from './commune.ts'
import { departmentOf } from './departments.ts'
import { frontCode, frontDecode, numberAt, numberToChar } from './index-text.ts'
import { decodePostalCodes, encodePostalCodes } from './postal-codes-column.ts'
import { populationAt, populationLevel } from './rounded-population.ts'

/** Changes with the format: a text of another version is not read. */
const version = 'communes 1'
const codePattern = /^(\d\d|2[AB])/

/**
 * All communes as one text that compresses well: a column for each thing, in the order of INSEE codes, where a code
 * is nearly always the one before plus one and names come nearly in the order of the alphabet.
 *
 * Lines: version and count; codes; postal codes (two lines); populations, as levels; then the names, each without
 * what it shares with the one before; an empty line, by which a text cut short is known.
 */
export function encodeCommunes(communes: readonly Commune[]): string {
  const groups = groupsOf(communes)
  const sorted = groups.flatMap((group) => group.communes)
  const postal = encodePostalCodes(
    groups.map((group) => group.communes.map((commune) => commune.postalCodes)),
  )
  return [
    `${version} ${sorted.length}`,
    groups.map(encodeCodes).join(' '),
    postal.dictionary,
    postal.column,
    sorted.map((commune) => numberToChar(populationLevel(commune.population))).join(''),
    ...frontCode(sorted.map(nameOfOneLine)),
    '',
  ].join('\n')
}

/**
 * Communes of an index, in the order of their codes, populations rounded; undefined when the text isn't a whole
 * index of this version.
 */
export function decodeCommunes(text: string): readonly Commune[] | undefined {
  const lines = text.split('\n')
  const [first, codesLine = '', dictionary = '', postalColumn = '', populations = ''] = lines
  const names = lines.slice(5, -1)
  if (first !== `${version} ${names.length}` || lines.at(-1) !== '') return undefined
  const groups = codesLine === '' ? [] : codesLine.split(' ').map(decodeCodes)
  const postalCodes = decodePostalCodes(
    dictionary,
    postalColumn,
    groups.map((group) => group.length),
  )
  const codes = groups.flat()
  if (codes.length !== names.length || populations.length !== names.length || !postalCodes) return undefined
  return assemble({ codes, names: frontDecode(names), postalCodes, populations })
}

interface Columns {
  readonly codes: readonly InseeCode[]
  readonly names: readonly string[]
  readonly postalCodes: readonly (readonly string[])[]
  readonly populations: string
}

function assemble({ codes, names, postalCodes, populations }: Columns): Commune[] | undefined {
  const communes: Commune[] = []
  for (let index = 0; index < codes.length; index += 1) {
    const code = codes[index]
    const name = names[index]
    const postal = postalCodes[index]
    const department = code === undefined ? undefined : departmentOf(code)
    if (!code || !name || !postal || !department) return undefined
    const population = populationAt(numberAt(populations, index))
    communes.push({ code, name, postalCodes: postal, population, department })
  }
  return communes
}

/** Communes whose codes begin with the same two characters. */
interface Group {
  readonly prefix: string
  readonly communes: Commune[]
}

function groupsOf(communes: readonly Commune[]): Group[] {
  const groups = new Map<string, Group>()
  for (const commune of [...communes].sort((a, b) => (a.code < b.code ? -1 : 1))) {
    const prefix = commune.code.slice(0, 2)
    const group = groups.get(prefix)
    if (group) group.communes.push(commune)
    else groups.set(prefix, { prefix, communes: [commune] })
  }
  return [...groups.values()]
}

/** The prefix, then how many numbers are skipped before each code: none, nearly always. A code twice can't be. */
function encodeCodes({ prefix, communes }: Group): string {
  let previous = -1
  const skipped = communes.map((commune) => {
    const number = Number(commune.code.slice(2))
    const char = numberToChar(number - previous - 1)
    previous = number
    return char
  })
  return prefix + skipped.join('')
}

function decodeCodes(group: string): InseeCode[] {
  const prefix = codePattern.exec(group)?.[0]
  if (prefix === undefined) return []
  const codes: InseeCode[] = []
  let number = -1
  for (let position = prefix.length; position < group.length; position += 1) {
    number += numberAt(group, position) + 1
    // The prefix was matched above and three digits follow: it is a code without the cost of parsing 35,000.
    codes.push((prefix + String(number).padStart(3, '0')) as InseeCode)
  }
  return number > 999 ? [] : codes
}

function nameOfOneLine({ name }: Commune): string {
  if (/^$|[\n\ud800-\udfff]/.test(name))
    throw new RangeError(`${JSON.stringify(name)} can't be kept in a line`)
  return name
}
