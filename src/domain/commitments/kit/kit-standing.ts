import type { CalendarDay } from '../../calendar-day.ts'
import type { ScopeId } from '../../ids.ts'
import type { Equipment } from './kit-words.ts'
import { backOn, type Kit, type Loan, type Outfit } from './structure-kit.ts'

export type LoanState =
  | 'not-yet'
  /** Handed over, and who has it hasn't said so. */
  | 'to-confirm'
  | 'held'
  | 'out-of-order'
  /** Another was handed over instead: it is to bring back. */
  | 'replaced'
  /** One of the two says that it is back. */
  | 'back-to-confirm'
  | 'back'

/** Where a thing stands on a day. */
export function loanStateOn(loan: Loan, day: CalendarDay): LoanState {
  if (loan.from > day) return 'not-yet'
  const back = [loan.back.structure, loan.back.advisor].filter((fact) => fact && fact.day <= day)
  if (back.length > 0) return back.length === 2 ? 'back' : 'back-to-confirm'
  if (loan.replacedOn !== undefined && loan.replacedOn <= day) return 'replaced'
  if (brokenSince(loan, day)) return 'out-of-order'
  return loan.received && loan.received.day <= day ? 'held' : 'to-confirm'
}

/** The day since which a thing has been out of order, as of a day. */
export function brokenSince({ breakdowns }: Loan, day: CalendarDay): CalendarDay | undefined {
  const last = breakdowns.findLast((fact) => fact.day <= day)
  return last?.kind === 'out-of-order' ? last.day : undefined
}

const withSomebody: ReadonlySet<LoanState> = new Set(['to-confirm', 'held', 'out-of-order', 'replaced'])

/** What somebody has on a day, hence what they bring back when they leave. */
export function heldBy({ loans }: Kit, scope: ScopeId, day: CalendarDay): Loan[] {
  return loans.filter((loan) => loan.scope === scope && isWithSomebody(loan, day))
}

/** Whether a thing is with who was handed it, that day. */
export function isWithSomebody(loan: Loan, day: CalendarDay): boolean {
  return withSomebody.has(loanStateOn(loan, day))
}

/** An advisor, and the first day of their contract. */
export interface Equipped {
  readonly scope: ScopeId
  readonly since: CalendarDay
}

/** The day since which somebody has none that works; undefined where they have one. */
export function missingSince(
  { loans }: Kit,
  { scope, since }: Equipped,
  equipment: Equipment,
  day: CalendarDay,
): CalendarDay | undefined {
  const own = loans.filter((loan) => loan.scope === scope && loan.equipment === equipment)
  if (own.some((loan) => isOfUse(loan, day))) return undefined
  const ends = own.flatMap((loan) => (loan.from <= day ? (endOfUse(loan, day) ?? []) : []))
  return [since, ...ends].sort().at(-1)
}

function isOfUse(loan: Loan, day: CalendarDay): boolean {
  const state = loanStateOn(loan, day)
  return state === 'to-confirm' || state === 'held'
}

/** When a thing stopped being of use to who has or had it. */
function endOfUse(loan: Loan, day: CalendarDay): CalendarDay | undefined {
  const last = [backOn(loan), loan.replacedOn]
    .filter((one) => one !== undefined)
    .filter((one) => one <= day)
    .sort()[0]
  return brokenSince(loan, last ?? day) ?? last
}

/** Where somebody's clothing stands on a day. */
export interface Clothing {
  /** The last one that was asked for. */
  readonly outfit: Outfit | undefined
  readonly state: 'not-asked' | 'asked' | 'shipped' | 'received'
  /** The day from which it stands so. */
  readonly on: CalendarDay
  /** The day since which they have none to wear; undefined where they have one. */
  readonly missingSince: CalendarDay | undefined
}

export function clothingOn({ outfits }: Kit, { scope, since }: Equipped, day: CalendarDay): Clothing {
  const own = outfits.filter(({ scope: of, asked }) => of === scope && asked.day <= day)
  const outfit = own.at(-1)
  if (!outfit) return { outfit, state: 'not-asked', on: since, missingSince: since }
  const isReceived = ({ received }: Outfit) => received !== undefined && received.day <= day
  const worn = own.findLast(isReceived)
  // What was lost isn't worn any more; what is worn out or too small still is.
  const lost = own.findLast(({ reason }) => reason === 'perdue')
  const hasOne = worn && !(lost && !isReceived(lost) && own.indexOf(lost) > own.indexOf(worn))
  return {
    outfit,
    ...outfitStateOn(outfit, day),
    missingSince: hasOne ? undefined : worn && lost ? lost.asked.day : since,
  }
}

function outfitStateOn(
  { asked, shipped, received }: Outfit,
  day: CalendarDay,
): Pick<Clothing, 'state' | 'on'> {
  if (received && received.day <= day) return { state: 'received', on: received.day }
  return shipped && shipped.day <= day
    ? { state: 'shipped', on: shipped.day }
    : { state: 'asked', on: asked.day }
}
