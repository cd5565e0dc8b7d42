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

/** Whether each word typed begins one of a person's words, or nearly does: one slip in four letters, two in eight. */
export function isPersonMeant(typed: readonly string[], words: readonly string[]): boolean {
  return typed.every((word) => words.some((candidate) => begins(candidate, word)))
}

function begins(candidate: string, word: string): boolean {
  if (candidate.startsWith(word)) return true
  const slips = word.length >= 8 ? 2 : word.length >= 4 ? 1 : 0
  if (slips === 0) return false
  // The word may be typed with a letter too many or too few: lengths around its own are tried.
  const lengths = Array.from({ length: 2 * slips + 1 }, (_, index) => word.length - slips + index)
  return lengths.some((length) => areNear(candidate.slice(0, length), word, slips))
}

/** Whether two words are at most so many letters apart: added, left out, changed, or two of them swapped. */
export function areNear(a: string, b: string, slips: number): boolean {
  if (Math.abs(a.length - b.length) > slips) return false
  let [before, last] = [[] as number[], Array.from({ length: b.length + 1 }, (_, index) => index)]
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      const swapped = isSwap ? (before[j - 2] ?? 0) + 1 : Infinity
      row[j] = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + cost, swapped)
    }
    ;[before, last] = [last, row]
  }
  return (last[b.length] ?? Infinity) <= slips
}
