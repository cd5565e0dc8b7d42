import type { CalendarDay } from '../../calendar-day.ts'
import { isWithSomebody } from './kit-standing.ts'
import type { Kit, Loan } from './structure-kit.ts'

/** Whether two loans are of one thing, by its id or by its serial number. */
export function isSameThing(one: Loan, other: Loan): boolean {
  return one.item === other.item || (one.serial !== '' && serialKey(one) === serialKey(other))
}

/** However the number is typed. */
function serialKey({ equipment, serial }: Loan): string {
  return `${equipment} ${serial.toUpperCase().replace(/[^\p{L}\p{N}]/gu, '')}`
}

/**
 * Loans of things that are with two people on a day: no structure can say so, but an advisor who takes back that they
 * returned one, once somebody else has it, leaves it so. Both are shown, to be settled between them.
 */
export function heldTwice({ loans }: Kit, day: CalendarDay): Loan[] {
  const held = loans.filter((loan) => isWithSomebody(loan, day))
  return held.filter((loan) => held.some((other) => other !== loan && isSameThing(loan, other)))
}
