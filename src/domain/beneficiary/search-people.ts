import { foldText } from '../report/search/fold-text.ts'

/** A person as a search compares them. */
export interface SearchablePerson {
  readonly firstName: string
  readonly name: string
  readonly phone?: string | undefined
  readonly email?: string | undefined
}

/** Words of a person, folded once: names in any order, phone and e-mail. */
export function wordsOfPerson({ firstName, name, phone, email }: SearchablePerson): readonly string[] {
  const digits = phone?.replace(/\D/g, '') ?? ''
  return [...foldText(`${firstName} ${name} ${email ?? ''}`).split(' '), digits].filter(Boolean)
}

/** How well a person answers to what is typed; those who do exactly are shown first. */
export type Likeness = 'exact' | 'near'

/** Whether each word typed begins one of a person's words, or nearly does: one slip in four letters, two in eight. */
export function likenessOf(typed: readonly string[], words: readonly string[]): Likeness | undefined {
  let likeness: Likeness = 'exact'
  for (const word of typed) {
    if (words.some((candidate) => candidate.startsWith(word))) continue
    if (!words.some((candidate) => nearlyBegins(candidate, word, slipsIn(word)))) return undefined
    likeness = 'near'
  }
  return likeness
}

/** The people who are meant, those who answer exactly before those who nearly do; each in the order given. */
export function peopleMeant<T extends { readonly words: readonly string[] }>(
  typed: readonly string[],
  people: readonly T[],
): T[] {
  const [exact, near]: [T[], T[]] = [[], []]
  for (const one of people) {
    const likeness = likenessOf(typed, one.words)
    if (likeness) (likeness === 'exact' ? exact : near).push(one)
  }
  return [...exact, ...near]
}

function slipsIn(word: string): number {
  return word.length >= 8 ? 2 : word.length >= 4 ? 1 : 0
}

/** Whether two words are at most so many letters apart: added, left out, changed, or two of them swapped. */
export function areNear(a: string, b: string, slips: number): boolean {
  if (Math.abs(a.length - b.length) > slips) return false
  const distances = distancesTo(a, b, slips)
  return distances !== undefined && (distances[a.length] ?? Infinity) <= slips
}

/** Whether a word is at most so many letters apart from what another begins with. */
function nearlyBegins(candidate: string, word: string, slips: number): boolean {
  if (slips === 0 || candidate.length < word.length - slips) return false
  if (slips === 1 && !mayBeginNearly(candidate, word)) return false
  const width = widthFor(candidate, word, slips)
  return (
    distancesTo(candidate, word, slips)
      ?.subarray(0, width + 1)
      .some((distance) => distance <= slips) ?? false
  )
}

/** One slip leaves one of the first two letters where it was, or next to it: most people are told apart by that. */
function mayBeginNearly(candidate: string, word: string): boolean {
  const [a, b, x, y] = [candidate[0], candidate[1], word[0], word[1]]
  return a === x || b === y || a === y || b === x
}

/** Rows of the table below, used again and again: five thousand people are compared at each letter. */
const longest = 120
const rows = [new Uint8Array(longest + 1), new Uint8Array(longest + 1), new Uint8Array(longest + 1)] as const

function widthFor(candidate: string, word: string, slips: number): number {
  return Math.min(candidate.length, word.length + slips, longest)
}

/**
 * How far a word is from each beginning of a candidate, by the length of that beginning (Damerau's distance, adjacent
 * letters swapped once); good until the next call. Undefined as soon as all are too far: most are after two letters.
 */
function distancesTo(candidate: string, word: string, slips: number): Uint8Array | undefined {
  if (word.length > longest) return undefined
  const width = widthFor(candidate, word, slips)
  let [before, last, row]: [Uint8Array, Uint8Array, Uint8Array] = [...rows]
  let leastBefore = 0
  for (let j = 0; j <= width; j += 1) last[j] = j
  for (let i = 1; i <= word.length; i += 1) {
    row[0] = i
    let least = i
    for (let j = 1; j <= width; j += 1) {
      const cost = word[i - 1] === candidate[j - 1] ? 0 : 1
      let distance = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + cost)
      const isSwap = i > 1 && j > 1 && word[i - 1] === candidate[j - 2] && word[i - 2] === candidate[j - 1]
      if (isSwap) distance = Math.min(distance, (before[j - 2] ?? 0) + 1)
      row[j] = distance
      if (distance < least) least = distance
    }
    // A swap reaches back two rows, and adds one to what was there.
    if (least > slips && leastBefore + 1 > slips) return undefined
    leastBefore = least
    ;[before, last, row] = [last, row, before]
  }
  return last
}
