import { isSmallCount, type CountedCommune, type Profile } from './counted-commune.ts'
import { countsOf } from './counts-of.ts'
import { groupedBy } from './grouped-by.ts'
import type { NeedsValue } from './needs-facets.ts'

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
  const small = [...counts].flatMap(([value, count]) => (isSmallCount(count) ? [value] : []))
  const isLeaving = ({ values }: Profile) => values.some((value) => small.includes(value))
  const leaving = communes.flatMap(({ profiles }) => profiles.filter(isLeaving).map(answering))
  const coming = reserve.flatMap(({ code, profiles }) =>
    profiles.filter(({ single }) => single > 0).map((profile) => ({ ...answering(profile), from: code })),
  )
  const frequency = (value: NeedsValue) => counts.get(value)?.accompaniments ?? 0
  const sorted = [...wanted].sort((a, b) => frequency(b) - frequency(a) || (a < b ? -1 : 1))
  let exchange: Exchange = { small, leaving, coming }
  const shown = new Set<NeedsValue>()
  for (const value of sorted) {
    const finer = toldApart(exchange, value)
    if (!canBeDone(finer)) continue
    exchange = finer
    shown.add(value)
  }
  return shown
}

/** Accompaniments that answer alike, and by which number one knows those that answer the same of all that is shown. */
interface Answering {
  readonly values: ReadonlySet<NeedsValue>
  readonly accompaniments: number
  readonly single: number
  readonly alike: number
}

interface Exchange {
  readonly small: readonly NeedsValue[]
  readonly leaving: readonly Answering[]
  readonly coming: readonly (Answering & { readonly from: string })[]
}

function answering({ values, accompaniments, single }: Profile): Answering {
  return { values: new Set(values), accompaniments, single, alike: 0 }
}

/** The same, when one value more is shown. */
function toldApart({ small, leaving, coming }: Exchange, value: NeedsValue): Exchange {
  const numbers = new Map<number, number>()
  const numbered = <A extends Answering>(one: A): A => {
    const key = 2 * one.alike + Number(one.values.has(value))
    const number = numbers.get(key) ?? numbers.size
    numbers.set(key, number)
    return { ...one, alike: number }
  }
  return { small, leaving: leaving.map(numbered), coming: coming.map(numbered) }
}

/** Whether each small count can be exchanged with the reserve. */
function canBeDone({ small, leaving, coming }: Exchange): boolean {
  const alikeComing = groupedBy(coming, ({ alike }) => alike)
  return small.every((value) => {
    const having = groupedBy(
      leaving.filter(({ values }) => values.has(value)),
      ({ alike }) => alike,
    )
    return [...having].every(([alike, going]) => {
      const there = (alikeComing.get(alike) ?? []).filter(({ values }) => !values.has(value))
      return mayGo(going, there)
    })
  })
}

/** A workshop goes to one commune whole: as many accompaniments have to come from there. */
function mayGo(going: Exchange['leaving'], there: Exchange['coming']): boolean {
  const needed = going.reduce((sum, { accompaniments }) => sum + accompaniments, 0)
  const singles = (some: Exchange['coming']) => some.reduce((sum, { single }) => sum + single, 0)
  const isOfWorkshops = going.some(({ accompaniments, single }) => accompaniments > single)
  if (!isOfWorkshops) return singles(there) >= needed
  return [...groupedBy(there, ({ from }) => from).values()].some((one) => singles(one) >= needed)
}
