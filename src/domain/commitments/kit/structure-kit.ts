import { groupBy } from '../../group-by.ts'
import type { CalendarDay } from '../../calendar-day.ts'
import type { ScopeId } from '../../ids.ts'
import { standingFacts } from '../post-fact.ts'
import { kitFactsOfKind, type KitFact, type KitFactOf } from './kit-fact.ts'
import type { KitItemId } from './kit-ids.ts'
import type { ClothingSize, Equipment, KitParty, OutfitReason, Wear } from './kit-words.ts'

/** A thing with somebody, from its hand-over on. */
export interface Loan {
  readonly item: KitItemId
  readonly scope: ScopeId
  readonly equipment: Equipment
  readonly label: string
  readonly serial: string
  readonly wear: Wear
  readonly from: CalendarDay
  /** The fact that says it. */
  readonly handed: KitFactOf<'handed'>
  /** What the hand-over said before it was corrected, the last first. */
  readonly former: readonly KitFactOf<'handed'>[]
  /** When who has it confirmed it as it stands. */
  readonly received: KitFactOf<'received'> | undefined
  /** In their order: out of order, repaired, out of order … */
  readonly breakdowns: readonly (KitFactOf<'out-of-order'> | KitFactOf<'repaired'>)[]
  readonly back: Readonly<Record<KitParty, KitFactOf<'back'> | undefined>>
  /** The day when another was handed over instead. */
  readonly replacedOn: CalendarDay | undefined
}

/** Clothing that was asked for. */
export interface Outfit {
  readonly item: KitItemId
  readonly scope: ScopeId
  readonly reason: OutfitReason
  readonly asked: KitFactOf<'outfit-asked'>
  readonly shipped: KitFactOf<'outfit-shipped'> | undefined
  readonly received: KitFactOf<'outfit-received'> | undefined
}

/** Clothing and equipment as facts tell them. */
export interface Kit {
  /** By the day of their hand-over. */
  readonly loans: readonly Loan[]
  /** By the day when they were asked for. */
  readonly outfits: readonly Outfit[]
  /** Facts that are of nothing that was handed over or asked for, by then. */
  readonly loose: readonly KitFact[]
  /** Facts that say what another says already. */
  readonly doubled: readonly KitFact[]
  /** Confirmations of what was corrected since: asked for again. */
  readonly outdated: readonly KitFact[]
}

type OfItem = Exclude<KitFact, { kind: 'size' | 'withdrawn' }>
type Begins = KitFactOf<'handed'> | KitFactOf<'outfit-asked'>

/** Reads facts of one structure, or of one advisor there, in whatever order they come. */
export function structureKit(facts: readonly KitFact[]): Kit {
  const standing = standingFacts(facts)
  const known: Known = {
    handed: kitFactsOfKind(standing, 'handed'),
    byId: new Map(facts.map((fact) => [fact.id, fact])),
  }
  const ofItems = standing.filter((fact): fact is OfItem => 'item' in fact)
  const kit: { [K in keyof Kit]: Kit[K][number][] } = {
    loans: [],
    outfits: [],
    loose: [],
    doubled: [],
    outdated: [],
  }
  for (const own of groupBy(ofItems, ({ item, scope }) => `${item} ${scope}`).values()) {
    const begins = own.filter((fact): fact is Begins => isBegin(fact))
    const told = own.filter((fact) => !isBegin(fact))
    for (const early of told.filter(({ day }) => !begins.some((begin) => begin.day <= day))) {
      const isOutdated = begins.some((begin) => isOfFormer(early, formerOf(begin, known)))
      kit[isOutdated ? 'outdated' : 'loose'].push(early)
    }
    begins.forEach((begin, index) => {
      const next = begins[index + 1]?.day
      // What is told of a day is of the last hand-over up to it.
      const rest = told.filter(({ day }) => begin.day <= day && (next === undefined || day < next))
      if (begin.kind === 'handed') kit.loans.push(loanOf(begin, rest, known, kit))
      else kit.outfits.push(outfitOf(begin, rest, kit))
    })
  }
  kit.loans.sort((a, b) => compareFacts(a.handed, b.handed))
  kit.outfits.sort((a, b) => compareFacts(a.asked, b.asked))
  return kit
}

/** The size that stands for somebody on a day. */
export function sizeOn(
  facts: readonly KitFact[],
  scope: ScopeId,
  day: CalendarDay,
): ClothingSize | undefined {
  const known = kitFactsOfKind(standingFacts(facts), 'size')
  return known.findLast((fact) => fact.scope === scope && fact.day <= day)?.size
}

/** The first day on which one of the two says that it is back. */
export function backOn({ back }: Pick<Loan, 'back'>): CalendarDay | undefined {
  return [back.structure?.day, back.advisor?.day].filter((day) => day !== undefined).sort()[0]
}

interface Known {
  /** Hand-overs that stand. */
  readonly handed: readonly KitFactOf<'handed'>[]
  /** All facts, those that were replaced too. */
  readonly byId: ReadonlyMap<string, KitFact>
}

interface Aside {
  readonly loose: KitFact[]
  readonly doubled: KitFact[]
  readonly outdated: KitFact[]
}

function loanOf(handed: KitFactOf<'handed'>, rest: readonly OfItem[], known: Known, aside: Aside): Loan {
  const { item, scope, equipment, label, serial, wear, day: from } = handed
  const backs = kitFactsOfKind(rest, 'back')
  const backBy = (party: KitParty, isOfNow: (fact: KitFactOf<'back'>) => boolean = () => true) =>
    only(
      ofNow(
        backs.filter((fact) => fact.party === party),
        isOfNow,
        aside,
      ),
      aside,
    )
  const structure = backBy('structure')
  const formerBacks = structure ? formerOf(structure, known) : []
  const advisor = backBy('advisor', (fact) => !isOfFormer(fact, formerBacks))
  const back = { structure, advisor }
  // What the structure notes is held to its own word: a thing that the advisor gave back may be found broken since.
  const ended = { structure: structure?.day, advisor: backOn({ back }) }
  const isAfterEnd = ({ day, party }: OfItem) => day > (ended[party] ?? day)
  const breakdowns = rest.filter((fact) => fact.kind === 'out-of-order' || fact.kind === 'repaired')
  aside.loose.push(...breakdowns.filter(isAfterEnd))
  aside.doubled.push(...breakdowns.filter((fact, index) => isSaidBefore(fact, breakdowns[index - 1])))
  aside.loose.push(...rest.filter(({ kind }) => kind === 'outfit-shipped' || kind === 'outfit-received'))
  const successor = known.handed.find((one) => one.instead === item && one.scope === scope && one.day >= from)
  return {
    item,
    scope,
    equipment,
    label,
    serial,
    wear,
    from,
    handed,
    former: kitFactsOfKind(formerOf(handed, known), 'handed'),
    breakdowns,
    back,
    received: only(
      ofNow(kitFactsOfKind(rest, 'received'), (fact) => isReceiptOf(fact, handed), aside),
      aside,
    ),
    replacedOn: successor?.day,
  }
}

function outfitOf(asked: KitFactOf<'outfit-asked'>, rest: readonly OfItem[], aside: Aside): Outfit {
  const { item, scope, reason } = asked
  const shipped = kitFactsOfKind(rest, 'outfit-shipped')
  const received = kitFactsOfKind(rest, 'outfit-received')
  aside.loose.push(...rest.filter(({ kind }) => kind !== 'outfit-shipped' && kind !== 'outfit-received'))
  return { item, scope, reason, asked, shipped: only(shipped, aside), received: only(received, aside) }
}

/** What a fact said before it was corrected, the last first. */
function formerOf({ replaces }: KitFact, known: Known): KitFact[] {
  const former = replaces === null ? undefined : known.byId.get(replaces)
  return former ? [former, ...formerOf(former, known)] : []
}

/** Whether a word confirms what was corrected since. */
function isOfFormer(fact: KitFact, former: readonly KitFact[]): boolean {
  return 'confirms' in fact && former.some(({ id }) => id === fact.confirms)
}

/** Of the hand-over as it stands: one that names none is of what stood when it was said. */
function isReceiptOf({ confirms, at }: KitFactOf<'received'>, handed: KitFactOf<'handed'>): boolean {
  if (confirms !== null) return confirms === handed.id
  return handed.replaces === null || Date.parse(handed.at) <= Date.parse(at)
}

/** Those that confirm what stands; the others are put aside. */
function ofNow<F extends KitFact>(
  facts: readonly F[],
  isOfNow: (fact: F) => boolean,
  { outdated }: Aside,
): F[] {
  outdated.push(...facts.filter((fact) => !isOfNow(fact)))
  return facts.filter(isOfNow)
}

/** The first one; what says the same again is put aside. */
function only<F extends KitFact>([first, ...others]: readonly F[], { doubled }: Aside): F | undefined {
  doubled.push(...others)
  return first
}

/** It broke down or was repaired already; nothing is repaired that never broke down. */
function isSaidBefore({ kind }: OfItem, before: OfItem | undefined): boolean {
  return kind === (before?.kind ?? 'repaired')
}

function isBegin({ kind }: OfItem): boolean {
  return kind === 'handed' || kind === 'outfit-asked'
}

function compareFacts(a: KitFact, b: KitFact): number {
  return a.day.localeCompare(b.day) || a.at.localeCompare(b.at) || a.id.localeCompare(b.id)
}
