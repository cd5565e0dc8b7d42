import { foldText } from '../report/search/fold-text.ts'
import type { SearchablePerson } from './search-people.ts'
import { areNear } from './search-people.ts'

interface Comparable extends SearchablePerson {
  readonly birthYear?: number | undefined
}

/**
 * Whether two people are probably one (domain.md, "Beneficiary"): nearly the same names, in either order, and nothing
 * that says otherwise. A phone that two people share makes no duplicate of them: a household has one.
 */
export function areLikelySame(a: Comparable, b: Comparable): boolean {
  if (a.birthYear !== undefined && b.birthYear !== undefined && a.birthYear !== b.birthYear) return false
  const [first, last] = [foldText(a.firstName), foldText(a.name)]
  const [otherFirst, otherLast] = [foldText(b.firstName), foldText(b.name)]
  const isSameOrder = isNearName(first, otherFirst) && isNearName(last, otherLast)
  return isSameOrder || (isNearName(first, otherLast) && isNearName(last, otherFirst))
}

function isNearName(a: string, b: string): boolean {
  return areNear(a, b, Math.min(a.length, b.length) >= 5 ? 1 : 0)
}
