import { foldText } from '../report/search/fold-text.ts'
import { areNear } from './search-people.ts'

/** What two people are compared by. */
export interface ComparablePerson {
  readonly firstName: string
  readonly name: string
  readonly phone?: string | undefined
  readonly email?: string | undefined
  readonly birthYear?: number | undefined
}

/** A person made ready to be compared with many others. */
export interface ReadyPerson {
  readonly first: string
  readonly last: string
  readonly birthYear: number | undefined
  /** Phone and e-mail, in the one spelling of each. */
  readonly contacts: readonly string[]
}

export function readyToCompare({ firstName, name, phone, email, birthYear }: ComparablePerson): ReadyPerson {
  const contacts = [phone && phoneOf(phone), email?.trim().toLowerCase()].filter((text) => text !== undefined)
  return { first: foldText(firstName), last: foldText(name), birthYear, contacts: contacts.filter(Boolean) }
}

/** Digits alone, a French number by its national form. */
function phoneOf(text: string): string {
  return text
    .replace(/(?!^\+)\D/g, '')
    .replace(/^(\+|00)33/, '0')
    .replace(/^00?(?=0)/, '')
}

/**
 * Whether two people are probably one (domain.md, "Beneficiary"). Years of birth that differ say no. Otherwise:
 * - nearly the same names, in either order;
 * - or the same first name, and a name that is within the other (*Bernard*, *Bernard-Lévêque*) with the same year of
 *   birth, or any other name with the same phone or e-mail: somebody who married.
 * A phone alone makes nobody a double: a household has one.
 */
export function areLikelySame(a: ReadyPerson, b: ReadyPerson): boolean {
  if (a.birthYear !== undefined && b.birthYear !== undefined && a.birthYear !== b.birthYear) return false
  if (isNearName(a.first, b.first)) {
    if (isNearName(a.last, b.last)) return true
    if (a.contacts.some((contact) => b.contacts.includes(contact))) return true
    if (a.birthYear !== undefined && a.birthYear === b.birthYear && isWithin(a.last, b.last)) return true
  }
  return isNearName(a.first, b.last) && isNearName(a.last, b.first)
}

/** Letters that a name has at least for one slip to be forgiven. */
export const leastForSlips = 5

export function isNearName(a: string, b: string): boolean {
  return a === b || (Math.min(a.length, b.length) >= leastForSlips && areNear(a, b, 1))
}

/** Whether one of two names is some of the words of the other. */
function isWithin(a: string, b: string): boolean {
  const [shorter = [], longer = []] = [a.split(' '), b.split(' ')].sort((x, y) => x.length - y.length)
  return shorter.every((word) => longer.includes(word))
}
