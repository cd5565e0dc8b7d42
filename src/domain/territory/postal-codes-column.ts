import { numberAt, numberToChar } from './index-text.ts'

/** Marks of the column, all below the characters of numbers. */
const none = '-'
const open = '('
const close = ')'

/** Postal codes of each commune, by groups of communes (departments), which have few codes between them. */
type PostalGroup = readonly (readonly string[])[]

export interface PostalColumns {
  /** For each group its codes in order, as steps from one to the next. */
  readonly dictionary: string
  /** For each commune a character, the rank of its code in its group; several between brackets. */
  readonly column: string
}

export function encodePostalCodes(groups: readonly PostalGroup[]): PostalColumns {
  const dictionaries = groups.map((group) => [...new Set(group.flat())].sort())
  return {
    dictionary: dictionaries.map(encodeDictionary).join(' '),
    column: groups.map((group, index) => encodeGroup(group, dictionaries[index] ?? [])).join(''),
  }
}

/** Inverse of `encodePostalCodes`, given how many communes each group has; undefined when they don't agree. */
export function decodePostalCodes(
  dictionary: string,
  column: string,
  sizes: readonly number[],
): (readonly string[])[] | undefined {
  const dictionaries = dictionary.split(' ').map(decodeDictionary)
  const communes: (readonly string[])[] = []
  let position = 0
  for (const [index, size] of sizes.entries()) {
    // Most communes have one code: those that share it share its array too.
    const known = (dictionaries[index] ?? []).map((code) => [code])
    for (let left = size; left > 0; left -= 1) {
      const end = column[position] === open ? column.indexOf(close, position) : position
      const codes = readCommune(column, position, end, known)
      if (!codes) return undefined
      communes.push(codes)
      position = end + 1
    }
  }
  return position === column.length ? communes : undefined
}

function readCommune(
  column: string,
  start: number,
  end: number,
  known: readonly (readonly string[])[],
): readonly string[] | undefined {
  if (column[start] === none) return []
  if (start === end) return known[numberAt(column, start)]
  if (end < start) return undefined
  const ranks = Array.from({ length: end - start - 1 }, (_, index) => numberAt(column, start + 1 + index))
  const codes = ranks.flatMap((rank) => known[rank] ?? [])
  return codes.length === ranks.length ? codes : undefined
}

function encodeGroup(group: PostalGroup, dictionary: readonly string[]): string {
  const ranks = new Map(dictionary.map((code, rank) => [code, numberToChar(rank)]))
  return group
    .map((codes) => codes.map((code) => ranks.get(code) ?? '').join(''))
    .map((chars) => (chars.length === 1 ? chars : chars === '' ? none : open + chars + close))
    .join('')
}

function encodeDictionary(codes: readonly string[]): string {
  return codes.map((code, index) => Number(code) - Number(codes[index - 1] ?? 0)).join(',')
}

function decodeDictionary(steps: string): string[] {
  if (steps === '') return []
  let code = 0
  return steps.split(',').map((step) => {
    code += Number(step)
    return String(code).padStart(5, '0')
  })
}
