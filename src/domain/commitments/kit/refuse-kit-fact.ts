import type { CalendarDay } from '../../calendar-day.ts'
import type { ErrorCode } from '../../errors.ts'
import type { ContractDates } from '../../sync/decide.ts'
import { standingFacts } from '../post-fact.ts'
import { isSameThing } from './held-twice.ts'
import type { KitFact } from './kit-fact.ts'
import { sizeOn, structureKit, backOn, type Kit, type Loan } from './structure-kit.ts'

/** What is known besides the facts. */
export interface KitSurroundings {
  readonly today: CalendarDay
  /** Of whose kit it is, with the structure. */
  readonly contracts: readonly ContractDates[]
}

/**
 * Why a fact can't be added to those of its structure; undefined where it can. Pure: it is what the kit would be with it
 * that is looked at, whatever the order in which the others were said.
 */
export function refusalOfKitFact(
  facts: readonly KitFact[],
  added: KitFact,
  around: KitSurroundings,
): ErrorCode | undefined {
  return (
    refusalOfReplacing(facts, added) ?? refusalOfItself(facts, added, around) ?? refusalOfKit(facts, added)
  )
}

/** Only what stands is corrected, by the same kind of fact, of the same thing, by who said it. */
function refusalOfReplacing(facts: readonly KitFact[], added: KitFact): ErrorCode | undefined {
  if (added.replaces === null) return added.kind === 'withdrawn' ? 'fact-replaced' : undefined
  const replaced = standingFacts(facts).find(({ id }) => id === added.replaces)
  const isOwn = replaced?.party === added.party && replaced.scope === added.scope
  if (!replaced || !isOwn) return 'fact-replaced'
  return added.kind === 'withdrawn' || (added.kind === replaced.kind && itemOf(added) === itemOf(replaced))
    ? undefined
    : 'fact-replaced'
}

/** What is wrong with the fact whatever comes after it. */
function refusalOfItself(
  facts: readonly KitFact[],
  added: KitFact,
  { today, contracts }: KitSurroundings,
): ErrorCode | undefined {
  if (added.kind !== 'withdrawn' && added.day > today) return 'kit-day-ahead'
  switch (added.kind) {
    case 'handed':
      return contracts.some(({ starts, ends }) => starts <= added.day && (ends === null || added.day <= ends))
        ? undefined
        : 'kit-outside-contract'
    case 'outfit-asked':
      // It may be asked for before the first day of work.
      if (!contracts.some(({ ends }) => ends === null || added.day <= ends)) return 'kit-outside-contract'
      return sizeOn(facts, added.scope, today) === undefined ? 'kit-size-missing' : undefined
    case 'size':
    case 'outfit-shipped':
    case 'outfit-received':
    case 'received':
    case 'out-of-order':
    case 'repaired':
    case 'back':
    case 'withdrawn':
      return undefined
  }
}

/** What the kit would be with it: nothing with two people, and nothing told of what wasn't handed over. */
function refusalOfKit(facts: readonly KitFact[], added: KitFact): ErrorCode | undefined {
  const [before, after] = [structureKit(facts), structureKit([...facts, added])]
  if (isHeldTwice(after) && !isHeldTwice(before)) return 'kit-item-held'
  if (after.doubled.some(({ id }) => id === added.id) || isAskedTwice(after)) return 'kit-already-said'
  if (after.loose.some(({ id }) => id === added.id)) return whyLoose(before, added)
  // What the other one said is theirs: it holds no correction back, and is shown apart.
  const followed = ({ loose, doubled }: Kit) =>
    [...loose, ...doubled].filter(({ party }) => party === added.party).length
  if (isInsteadOfNothing(before, added)) return 'kit-item-unknown'
  return followed(after) > followed(before) ? 'kit-facts-follow' : undefined
}

function whyLoose({ loans, outfits }: Kit, added: KitFact): ErrorCode {
  const item = itemOf(added)
  const isKnown = [...loans, ...outfits].some((one) => one.item === item && one.scope === added.scope)
  return isKnown ? 'kit-wrong-day' : 'kit-item-unknown'
}

/** One thing with two people on one day, by its id or by its serial number; or twice with one. */
function isHeldTwice({ loans, outfits }: Kit): boolean {
  const isTwice = loans.some((one, index) =>
    loans.slice(index + 1).some((other) => isSameThing(one, other) && meet(one, other)),
  )
  return isTwice || loans.some(({ item }) => outfits.some((outfit) => outfit.item === item))
}

/** Whether two loans share a day; a thing may come back and be handed over to somebody else on one day. */
function meet(one: Loan, other: Loan): boolean {
  const [first, second] = one.from <= other.from ? [one, other] : [other, one]
  const ended = backOn(first)
  return ended === undefined || ended > second.from || (one.scope === other.scope && ended === second.from)
}

function isAskedTwice({ outfits }: Kit): boolean {
  return new Set(outfits.map(({ item }) => item)).size < outfits.length
}

function isInsteadOfNothing({ loans }: Kit, added: KitFact): boolean {
  if (added.kind !== 'handed' || added.instead === null) return false
  const { instead, scope, day, item } = added
  return (
    instead === item ||
    !loans.some((loan) => loan.item === instead && loan.scope === scope && loan.from <= day)
  )
}

function itemOf(fact: KitFact): string | undefined {
  return 'item' in fact ? fact.item : undefined
}
