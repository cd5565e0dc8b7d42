import { anomalyKinds, type AnomalyKind } from '../../../src/domain/anomalies/anomaly-kinds.ts'
import { calendarDaySchema } from '../../../src/domain/calendar-day.ts'
import { addToMonth, calendarMonthSchema, daysOfMonth } from '../../../src/domain/calendar-month.ts'
import { seededRandom } from '../../../src/server/demonstration/seeded-random.ts'
import { anomaliesOf } from './advisor-life.ts'
import * as faults from './inject-fault.ts'
import { realisticLife } from './realistic-life.ts'

/** What is put in, and the kind that must find it. */
export const injectedFaults: readonly { kind: AnomalyKind; what: string; fault: faults.Fault }[] = [
  { kind: 'filed-twice', what: 'a copy within ten minutes', fault: faults.copiedWithinTenMinutes },
  { kind: 'long-day', what: 'a day of 14 hours', fault: faults.dayOfFourteenHours },
  { kind: 'outside-contract', what: 'a date after the contract', fault: faults.dateAfterContract },
  { kind: 'on-absence', what: 'a date on leave', fault: faults.datedOnLeave },
  { kind: 'on-training', what: 'a date on a training day', fault: faults.datedOnTraining },
  { kind: 'on-holiday', what: 'a date on a public holiday', fault: faults.datedOnHoliday },
  { kind: 'filed-late', what: 'filed six weeks later', fault: faults.filedSixWeeksLater },
  { kind: 'workshop-of-one', what: 'a workshop of one', fault: faults.workshopOfOnePerson },
  { kind: 'large-workshop', what: 'a workshop of five times', fault: faults.workshopOfFiveTimes },
  { kind: 'same-text', what: '30 equal texts', fault: faults.thirtyEqualTexts },
  { kind: 'sums-above-total', what: 'details above the total', fault: faults.detailAboveTotal },
  { kind: 'unusual-month', what: 'three times the usual', fault: faults.threeTimesTheUsual },
  { kind: 'silence', what: 'three weeks of nothing', fault: faults.threeSilentWeeks },
  { kind: 'untouched-mission', what: 'a quarter without mission 2', fault: faults.withoutSecondMission },
]

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

/** Looks at a year of each of so many advisors, as they are and with each fault in turn. */
export function measureRules(advisors: number): Measured {
  const byKind = new Map<AnomalyKind, number>(anomalyKinds.map((kind) => [kind, 0]))
  const found = new Map(injectedFaults.map(({ kind }) => [kind, { injected: 0, found: 0 }]))
  let flagged = 0
  for (let number = 1; number <= advisors; number += 1) {
    const life = realisticLife(number, today)
    for (const month of monthsOfLife) {
      const kinds = new Set(anomaliesOf(life, month, today).map(({ kind }) => kind))
      if (kinds.size > 0) flagged += 1
      for (const kind of kinds) byKind.set(kind, (byKind.get(kind) ?? 0) + 1)
      for (const { kind, fault } of injectedFaults) {
        const spoilt = fault(seededRandom(`${number}/${month}/${kind}`), life, daysOfMonth(month))
        const count = found.get(kind)
        if (!spoilt || !count) continue
        count.injected += 1
        if (anomaliesOf(spoilt, month, today).some((anomaly) => anomaly.kind === kind)) count.found += 1
      }
    }
  }
  return { clean: { months: advisors * monthsOfLife.length, flagged, byKind }, found }
}
