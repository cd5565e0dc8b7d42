import { anomalyKinds, type AnomalyKind } from '../../../src/domain/anomalies/anomaly-kinds.ts'
import {
  ruleVersions,
  type RuleVersion,
  type RuleVersions,
} from '../../../src/domain/anomalies/thresholds.ts'
import { calendarDaySchema } from '../../../src/domain/calendar-day.ts'
import { addToMonth, calendarMonthSchema, daysOfMonth } from '../../../src/domain/calendar-month.ts'
import { seededRandom } from '../../../src/server/demonstration/seeded-random.ts'
import { anomaliesOf } from './advisor-life.ts'
import type { InventedLives } from './invented-lives.ts'

export interface Measured {
  /** Advisor-months without a fault, how many had a finding, and of each kind. */
  readonly clean: {
    readonly months: number
    readonly flagged: number
    readonly byKind: Map<AnomalyKind, number>
  }
  /** Of each fault: how often it was put in, and found by its kind. */
  readonly found: Map<AnomalyKind, { readonly injected: number; readonly found: number }>
}

const today = calendarDaySchema.parse('2026-11-23')
const monthsOfLife = Array.from({ length: 12 }, (_, index) =>
  addToMonth(calendarMonthSchema.parse('2025-11'), index),
)

/** Advisors from 1 on. */
export function advisorsUpTo(last: number): number[] {
  return Array.from({ length: last }, (_, index) => index + 1)
}

/** The numbers written last, as if they had always held: the months of the lives are past ones. */
export function newestVersions(): RuleVersions {
  return only((versions) => versions.at(-1))
}

function only(choose: <Version>(versions: readonly Version[]) => Version | undefined): RuleVersions {
  const from = calendarDaySchema.parse('2021-01-01')
  const chosen = anomalyKinds.map((kind) => {
    const version = choose<RuleVersion<AnomalyKind>>(ruleVersions[kind])
    return [kind, version ? [{ ...version, from }] : []]
  })
  // Each kind has versions of its own.
  return Object.fromEntries(chosen) as RuleVersions
}

/** Looks at a year of each of these advisors, as they are and with each fault in turn. By the newest numbers, if no others are given. */
export function measureRules(
  { lifeOf, faults }: InventedLives,
  advisors: readonly number[],
  versions: RuleVersions = newestVersions(),
): Measured {
  const byKind = new Map<AnomalyKind, number>(anomalyKinds.map((kind) => [kind, 0]))
  const found = new Map(faults.map(({ kind }) => [kind, { injected: 0, found: 0 }]))
  let flagged = 0
  for (const number of advisors) {
    const life = lifeOf(number, today)
    for (const month of monthsOfLife) {
      const kinds = new Set(anomaliesOf(life, month, today, versions).map(({ kind }) => kind))
      if (kinds.size > 0) flagged += 1
      for (const kind of kinds) byKind.set(kind, (byKind.get(kind) ?? 0) + 1)
      for (const { kind, fault } of faults) {
        const spoilt = fault(seededRandom(`${number}/${month}/${kind}`), life, daysOfMonth(month))
        const count = found.get(kind)
        if (!spoilt || !count) continue
        count.injected += 1
        if (anomaliesOf(spoilt, month, today, versions).some((anomaly) => anomaly.kind === kind))
          count.found += 1
      }
    }
  }
  return { clean: { months: advisors.length * monthsOfLife.length, flagged, byKind }, found }
}
