import { isSmallCount, type CountedCommune, type Profile } from './counted-commune.ts'
import { countsOf } from './counts-of.ts'
import type { NeedsValue } from './needs-facets.ts'

/** What an accompaniment answers of what a territory shows: two that answer the same are one to whoever reads it. */
type Signature = string

/**
 * Which of some values a territory may show, so that whatever small count it hides could as well be none.
 *
 * For each small count of a value that isn't shown, the territory's accompaniments with that value are exchanged with as
 * many of the reserve, without it, that answer the same of all that is shown. If that is possible, the territory after
 * the exchange shows the very same figures and has nobody with that value; the reserve shows no detail; and the
 * department has the same accompaniments on the same days, so that its own figures are the same by any filter. A value
 * with which it wouldn't be possible isn't shown; the most frequent ones come first.
 */
export function exchangeableValues(
  communes: readonly CountedCommune[],
  reserve: readonly CountedCommune[],
  wanted: ReadonlySet<NeedsValue>,
): Set<NeedsValue> {
  const counts = countsOf(communes)
  const frequency = (value: NeedsValue) => counts.get(value)?.accompaniments ?? 0
  const sorted = [...wanted].sort((a, b) => frequency(b) - frequency(a) || (a < b ? -1 : 1))
  const shown = new Set<NeedsValue>()
  for (const value of sorted) {
    shown.add(value)
    if (!canBeExchanged({ communes, reserve, shown })) shown.delete(value)
  }
  return shown
}

interface Exchange {
  readonly communes: readonly CountedCommune[]
  readonly reserve: readonly CountedCommune[]
  readonly shown: ReadonlySet<NeedsValue>
}

/** Whether each small count that is hidden can be exchanged with the reserve. */
function canBeExchanged({ communes, reserve, shown }: Exchange): boolean {
  const wanted = bySignature(communes, shown, (profile) => profile)
  const held = reserve.map((commune) => bySignature([commune], shown, ({ single }) => onlySingle(single)))
  const small = [...countsOf(communes)].flatMap(([value, count]) =>
    !shown.has(value) && isSmallCount(count) ? [value] : [],
  )
  return small.every((value) =>
    [...wanted].every(([signature, { having }]) => {
      const needed = having.get(value)
      if (needed === undefined) return true
      const without = held.map((commune) => withoutValue(commune.get(signature), value))
      // A workshop goes to one commune whole: as many accompaniments have to come from there.
      const isOfWorkshops = needed.accompaniments > needed.single
      const there = isOfWorkshops ? Math.max(0, ...without) : without.reduce((sum, one) => sum + one, 0)
      return needed.accompaniments <= there
    }),
  )
}

type Amount = Pick<Profile, 'accompaniments' | 'single'>

function onlySingle(single: number): Amount {
  return { accompaniments: single, single }
}

function withoutValue(answers: Answers | undefined, value: NeedsValue): number {
  return answers === undefined ? 0 : answers.all.single - (answers.having.get(value)?.single ?? 0)
}

interface Answers {
  all: Amount
  readonly having: Map<NeedsValue, Amount>
}

function bySignature(
  communes: readonly CountedCommune[],
  shown: ReadonlySet<NeedsValue>,
  amountOf: (profile: Profile) => Amount,
): Map<Signature, Answers> {
  const answers = new Map<Signature, Answers>()
  for (const { profiles } of communes)
    for (const profile of profiles) {
      const signature = profile.values.filter((value) => shown.has(value)).join(' ')
      const amount = amountOf(profile)
      const known = answers.get(signature) ?? { all: onlySingle(0), having: new Map<NeedsValue, Amount>() }
      answers.set(signature, known)
      known.all = plus(known.all, amount)
      for (const value of profile.values) known.having.set(value, plus(known.having.get(value), amount))
    }
  return answers
}

function plus(a: Amount | undefined, b: Amount): Amount {
  return {
    accompaniments: (a?.accompaniments ?? 0) + b.accompaniments,
    single: (a?.single ?? 0) + b.single,
  }
}
