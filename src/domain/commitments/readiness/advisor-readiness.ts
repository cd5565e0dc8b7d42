import type { CalendarDay } from '../../calendar-day.ts'
import type { CommitmentFacts, WatchedAdvisor } from '../commitment-facts.ts'
import { clothingOn } from '../kit/kit-standing.ts'
import { missingEquipment } from '../kit/missing-equipment.ts'
import { trainingOn, type ExamState, type TrainingStanding } from '../training/training-standing.ts'

export const readinessStates = ['done', 'not-done', 'unknown', 'not-due'] as const
/** `unknown`: nothing of it is kept here, which is no breach. `not-due`: nothing of it is asked for this year. */
export type ReadinessState = (typeof readinessStates)[number]

export const readinessMeasures = [
  'initial',
  'exams',
  'certified',
  'continuing',
  'equipped',
  'clothed',
] as const
/** Whether somebody was trained, has sat the exams, has passed them, follows this year’s modules, is equipped, is clothed. */
export type ReadinessMeasure = (typeof readinessMeasures)[number]

export type Readiness = Readonly<Record<ReadinessMeasure, ReadinessState>>
export type TrainingReadiness = Pick<Readiness, 'initial' | 'exams' | 'certified' | 'continuing'>

/**
 * Where an advisor stands on the day of the facts. The commitments of their structure are judged by the same functions,
 * so that a page and a board never tell two stories.
 */
export function readinessOf(
  advisor: Pick<WatchedAdvisor, 'scope' | 'since'>,
  facts: Pick<CommitmentFacts, 'training' | 'kit' | 'today'>,
): Readiness {
  const { training, kit, today } = facts
  const record = training.get(advisor.scope)
  return {
    ...trainingReadiness(record && trainingOn(record, advisor, today), today),
    equipped:
      kit.loans.length === 0 ? 'unknown' : stateOf(missingEquipment(kit, advisor, today).length === 0),
    clothed:
      kit.outfits.length === 0
        ? 'unknown'
        : stateOf(clothingOn(kit, advisor, today).missingSince === undefined),
  }
}

/** A failed exam is one that was sat: it breaches nothing, and isn't shown as missing. */
const satStates: ReadonlySet<ExamState> = new Set(['exempted', 'passed', 'failed', 'sat'])
const passedStates: ReadonlySet<ExamState> = new Set(['exempted', 'passed'])

export function isSat({ state }: { readonly state: ExamState }): boolean {
  return satStates.has(state)
}

/** What a training comes to; without one, or with one of which nothing is kept, nothing is known. */
export function trainingReadiness(
  standing: TrainingStanding | undefined,
  today: CalendarDay,
): TrainingReadiness {
  if (!standing?.isKept)
    return { initial: 'unknown', exams: 'unknown', certified: 'unknown', continuing: 'unknown' }
  const { isExempted, doneOn, exams } = standing
  return {
    initial: stateOf(isExempted || doneOn !== null),
    exams: stateOf(exams.every(isSat)),
    certified: stateOf(exams.every(({ state }) => passedStates.has(state))),
    continuing: continuingIn(standing, Number(today.slice(0, 4))),
  }
}

/** By the modules of one calendar year. */
function continuingIn({ modules }: TrainingStanding, year: number): ReadinessState {
  const own = modules.find((one) => one.year === year)
  if (!own || own.due === 0) return 'not-due'
  return stateOf(own.done >= own.due)
}

function stateOf(isDone: boolean): ReadinessState {
  return isDone ? 'done' : 'not-done'
}
