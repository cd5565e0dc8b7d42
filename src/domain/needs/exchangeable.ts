import { isSmallCount, type CountedCommune, type Profile } from './counted-commune.ts'
import { countsOf } from './counts-of.ts'
import { groupBy } from '../group-by.ts'
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
  const answers = (profile: Profile, code: string) => answersOf(profile, code, small)
  const leaving = communes.flatMap(({ code, profiles }) =>
    profiles.map((profile) => answers(profile, code)).filter((one) => one.small.length > 0),
  )
  const coming = reserve.flatMap(({ code, profiles }) =>
    profiles.filter(({ single }) => single > 0).map((profile) => answers(profile, code)),
  )
  const frequency = (value: NeedsValue) => counts.get(value)?.accompaniments ?? 0
  const sorted = [...wanted].sort((a, b) => frequency(b) - frequency(a) || (a < b ? -1 : 1))
  let alike: Alike = { leaving: leaving.map(() => 0), coming: coming.map(() => 0) }
  const shown = new Set<NeedsValue>()
  for (const value of sorted) {
    const finer = toldApart({ leaving, coming }, alike, value)
    if (!canBeDone({ leaving, coming }, finer)) continue
    alike = finer
    shown.add(value)
  }
  return shown
}

/** Accompaniments of a commune that answer alike. */
interface Answers {
  readonly commune: string
  readonly values: ReadonlySet<NeedsValue>
  /** Those of the values that are small in the territory. */
  readonly small: readonly NeedsValue[]
  readonly accompaniments: number
  readonly single: number
}

interface Exchange {
  readonly leaving: readonly Answers[]
  readonly coming: readonly Answers[]
}

/** Of each of them, a number: whoever answers the same of all that is shown has the same. */
interface Alike {
  readonly leaving: readonly number[]
  readonly coming: readonly number[]
}

function answersOf(
  { values, accompaniments, single }: Profile,
  commune: string,
  small: readonly NeedsValue[],
): Answers {
  return {
    commune,
    values: new Set(values),
    small: values.filter((value) => small.includes(value)),
    accompaniments,
    single,
  }
}

/** The same, when one value more is shown. */
function toldApart({ leaving, coming }: Exchange, alike: Alike, value: NeedsValue): Alike {
  const numbers = new Map<number, number>()
  const numbersOf = (all: readonly Answers[], before: readonly number[]) =>
    all.map(({ values }, place) => {
      const key = 2 * (before[place] ?? 0) + Number(values.has(value))
      const number = numbers.get(key) ?? numbers.size
      numbers.set(key, number)
      return number
    })
  return { leaving: numbersOf(leaving, alike.leaving), coming: numbersOf(coming, alike.coming) }
}

/** Whether each small count can be exchanged with the reserve. */
function canBeDone(exchange: Exchange, alike: Alike): boolean {
  const needed = new Map<string, Needed>()
  for (const [place, { small, accompaniments, single }] of exchange.leaving.entries())
    for (const value of small) {
      const number = alike.leaving[place] ?? 0
      const known = needed.get(`${number} ${value}`)
      needed.set(`${number} ${value}`, {
        number,
        value,
        accompaniments: accompaniments + (known?.accompaniments ?? 0),
        hasWorkshops: accompaniments > single || (known?.hasWorkshops ?? false),
      })
    }
  const there = singlesIn(exchange.coming, alike.coming)
  return [...needed.values()].every((one) =>
    one.hasWorkshops
      ? mostOfOneCommune(exchange.coming, alike.coming, one) >= one.accompaniments
      : there(one) >= one.accompaniments,
  )
}

interface Needed {
  readonly number: number
  readonly value: NeedsValue
  readonly accompaniments: number
  readonly hasWorkshops: boolean
}

/** How many accompaniments of the reserve are alike and don't have a value. */
function singlesIn(coming: readonly Answers[], alike: readonly number[]): (one: Needed) => number {
  const all: number[] = []
  const having = new Map<string, number>()
  for (const [place, { single, small }] of coming.entries()) {
    const number = alike[place] ?? 0
    all[number] = (all[number] ?? 0) + single
    for (const value of small)
      having.set(`${number} ${value}`, (having.get(`${number} ${value}`) ?? 0) + single)
  }
  return ({ number, value }) => (all[number] ?? 0) - (having.get(`${number} ${value}`) ?? 0)
}

/** A workshop goes to one commune whole: as many accompaniments have to come from there. */
function mostOfOneCommune(coming: readonly Answers[], alike: readonly number[], one: Needed): number {
  const fitting = coming.filter(({ values }, place) => alike[place] === one.number && !values.has(one.value))
  const sums = [...groupBy(fitting, ({ commune }) => commune).values()].map((own) =>
    own.reduce((sum, { single }) => sum + single, 0),
  )
  return Math.max(0, ...sums)
}
