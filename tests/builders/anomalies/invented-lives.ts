import type { AnomalyKind } from '../../../src/domain/anomalies/anomaly-kinds.ts'
import type { CalendarDay } from '../../../src/domain/calendar-day.ts'
import type { AdvisorLife } from './advisor-life.ts'
import { anotherLife } from './another-life.ts'
import * as faults from './inject-fault.ts'
import * as others from './other-faults.ts'
import { realisticLife } from './realistic-life.ts'

/** A fault, and the kind of finding that must tell it. */
export interface MeasuredFault {
  readonly kind: AnomalyKind
  readonly what: string
  readonly fault: faults.Fault
}

/** Lives that somebody invented, and the faults that are put into them. */
export interface InventedLives {
  readonly by: string
  readonly lifeOf: (number: number, today: CalendarDay) => AdvisorLife
  readonly faults: readonly MeasuredFault[]
}

/** Known to whoever set some of the thresholds. */
export const firstLives: InventedLives = {
  by: 'the first generator',
  lifeOf: realisticLife,
  faults: [
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
  ],
}

/** Written by somebody who had read neither the rules nor the first ones. */
export const otherLives: InventedLives = {
  by: 'the second generator',
  lifeOf: anotherLife,
  faults: [
    { kind: 'filed-twice', what: 'a copy within ten minutes', fault: others.sentTwice },
    { kind: 'long-day', what: 'a day of 14 hours', fault: others.fourteenHours },
    { kind: 'outside-contract', what: 'a date after the contract', fault: others.afterTheContract },
    { kind: 'on-absence', what: 'a date on leave', fault: others.onLeave },
    { kind: 'on-training', what: 'a date on a training day', fault: others.onTrainingDay },
    { kind: 'on-holiday', what: 'a date on a public holiday', fault: others.onPublicHoliday },
    { kind: 'filed-late', what: 'filed six weeks later', fault: others.sixWeeksLater },
    { kind: 'workshop-of-one', what: 'a workshop of one', fault: others.workshopOfOne },
    { kind: 'large-workshop', what: 'a workshop of five times', fault: others.fivefoldWorkshop },
    { kind: 'same-text', what: '30 equal texts', fault: others.pastedThirtyTimes },
    { kind: 'sums-above-total', what: 'details above the total', fault: others.detailsAboveTotal },
    { kind: 'unusual-month', what: 'three times the usual', fault: others.threefoldMonth },
    { kind: 'silence', what: 'three weeks of nothing', fault: others.threeEmptyWeeks },
    { kind: 'untouched-mission', what: 'a quarter without mission 2', fault: others.quarterWithoutMission2 },
  ],
}
