import type { CalendarDay } from '../calendar-day.ts'
import type { OtherTime } from '../report/activity-nomenclature.ts'
import type { ReportKind } from '../report/kinds.ts'
import type { AnomalyKind } from './anomaly-kinds.ts'

/** What each rule compares with. */
export interface Thresholds {
  'filed-twice': {
    /** Words that two notes share, of all their words: 1 for the same words. */
    readonly noteLikeness: number
    /**
     * Optional things that a report must say for another one that says all the same not to be chance, where nobody is
     * named: ten people in a row may leave no more than a duration and a theme.
     */
    readonly saidLeast: Readonly<Record<ReportKind, number>>
    /** What one does several times a day: the same again says nothing, unless it has a title. */
    readonly repeated: readonly OtherTime[]
    /** Pairs of letters that two notes share, of all of theirs, where their words differ: a slip of the finger. */
    readonly letterLikeness?: number
    /** Nobody fills in two reports within so many seconds: what says the same is the same, however little it says. */
    readonly secondsOfOne?: number
  }
  'long-day': { readonly minutes: number; readonly minutesOfDay: number }
  'outside-contract': Nothing
  'on-absence': Nothing
  'on-training': Nothing
  'on-holiday': Nothing
  'filed-late': { readonly days: number }
  'workshop-of-one': { readonly people: number }
  'large-workshop': {
    /** How many times as many people as there usually are (median). */
    readonly times: number
    /** How many other workshops there must be to say what is usual: in the place, else anywhere. */
    readonly othersOfPlace: number
    readonly othersAnywhere: number
    /** Fewer people than this are never too many. */
    readonly least: number
  }
  'same-text': {
    readonly reports: number
    /** Shorter texts are said again without anything to be said of it. */
    readonly letters: number
    /** A text that as many reports of the three months before had is a habit: it was told when it began. */
    readonly isHabitTold?: boolean
  }
  'sums-above-total': Nothing
  'unusual-month': {
    /** Activities a day that may be worked, compared with the median of the months before. */
    readonly timesMore: number
    readonly timesLess: number
    /** Months of those before that must be comparable, and days that may be worked which make one so. */
    readonly months: number
    readonly workingDays: number
  }
  silence: {
    /** Of whoever works all the week; of a part-time as many fewer, but not fewer than the least. */
    readonly workingDays: number
    readonly leastOfPartTime?: number
  }
  'untouched-mission': {
    /** A quarter with fewer accompaniments, or fewer days that may be worked, says nothing. */
    readonly accompaniments: number
    readonly workingDays: number
  }
}

/** A rule without a number. */
type Nothing = Readonly<Record<string, never>>

export interface RuleVersion<K extends AnomalyKind> {
  readonly version: number
  /** Months that begin on this day or later are judged by it, until the next version. */
  readonly from: CalendarDay
  readonly thresholds: Thresholds[K]
}

const saidLeast = {
  individuel: 3,
  collectif: 1,
  hors_accompagnement: 0,
  animation: 0,
  evenement: 0,
  partenariat: 0,
} as const

const repeated = ['deplacement', 'permanence_sans_visite', 'preparation', 'autre'] as const

export type RuleVersions = { readonly [K in AnomalyKind]: readonly RuleVersion<K>[] }

/**
 * The numbers of every rule, each with the day from which it holds. A change is a line more: what is written here isn't
 * changed, so that a month that was vouched for is still judged as it was. Our own choice, to be looked at again with
 * those who vouch.
 */
export const ruleVersions: RuleVersions = {
  'filed-twice': [
    first({ noteLikeness: 0.9, saidLeast, repeated }),
    second({ noteLikeness: 0.9, letterLikeness: 0.8, secondsOfOne: 10, saidLeast, repeated }),
  ],
  'long-day': [first({ minutes: 600, minutesOfDay: 1440 })],
  'outside-contract': [first({})],
  'on-absence': [first({})],
  'on-training': [first({})],
  'on-holiday': [first({})],
  'filed-late': [first({ days: 30 })],
  'workshop-of-one': [first({ people: 1 })],
  'large-workshop': [
    first({ times: 2.5, othersOfPlace: 2, othersAnywhere: 4, least: 15 }),
    second({ times: 3, othersOfPlace: 2, othersAnywhere: 4, least: 15 }),
  ],
  'same-text': [first({ reports: 10, letters: 20 }), second({ reports: 10, letters: 20, isHabitTold: true })],
  'sums-above-total': [first({})],
  'unusual-month': [
    first({ timesMore: 2, timesLess: 5, months: 3, workingDays: 8 }),
    second({ timesMore: 1.8, timesLess: 5, months: 3, workingDays: 5 }),
  ],
  silence: [first({ workingDays: 10 }), second({ workingDays: 10, leastOfPartTime: 5 })],
  'untouched-mission': [
    first({ accompaniments: 30, workingDays: 30 }),
    second({ accompaniments: 30, workingDays: 15 }),
  ],
}

/** A rule as it was written first. The scheme began in 2021: no month is earlier. */
function first<T>(thresholds: T): { version: 1; from: CalendarDay; thresholds: T } {
  return { version: 1, from: '2021-01-01' as CalendarDay, thresholds }
}

/** Set on half of the lives that a second author invented, measured on the other half (docs/anomalies.md). */
function second<T>(thresholds: T): { version: 2; from: CalendarDay; thresholds: T } {
  return { version: 2, from: '2026-12-01' as CalendarDay, thresholds }
}

/** The version that a month beginning on that day is judged by; undefined where the rule didn't hold yet. */
export function versionOn<K extends AnomalyKind>(
  versions: readonly RuleVersion<K>[],
  day: CalendarDay,
): RuleVersion<K> | undefined {
  return versions.filter(({ from }) => from <= day).at(-1)
}
