import type { CalendarDay } from '../../calendar-day.ts'
import { monthOfDay, type CalendarMonth } from '../../calendar-month.ts'
import type { ErrorCode } from '../../errors.ts'
import type { ContractDates } from '../../sync/decide.ts'
import { standingFacts } from '../post-fact.ts'
import { versionOn } from '../versioned-milestones.ts'
import type { TrainingFact } from './training-fact.ts'
import { mayGiveHours, trainingPaths } from './training-paths.ts'
import {
  knownTraining,
  type ExamSession,
  type HalfDaySession,
  type KnownTraining,
  type TrainingRecord,
} from './training-record.ts'

/** What is known besides the facts. */
export interface TrainingSurroundings {
  readonly today: CalendarDay
  /** Of whose training it is, with the structure. */
  readonly contracts: readonly ContractDates[]
  /** Months that the structure has vouched for. */
  readonly sealed: ReadonlySet<CalendarMonth>
}

/**
 * Why a fact can't be added to those of one advisor's training; undefined where it can. Pure: it is what the training
 * would be with it that is looked at, whatever the order in which the others were said.
 */
export function refusalOfTrainingFact(
  facts: readonly TrainingFact[],
  added: TrainingFact,
  around: TrainingSurroundings,
): ErrorCode | undefined {
  const judged = judgeTrainingFact(knownTraining(facts), added, around)
  return 'refusal' in judged ? judged.refusal : undefined
}

/** The same where one fact comes after another: answers what is known with it, by which the next one is judged. */
export function judgeTrainingFact(
  known: KnownTraining,
  added: TrainingFact,
  around: TrainingSurroundings,
): { readonly refusal: ErrorCode } | { readonly known: KnownTraining } {
  const before = refusalOfReplacing(known.facts, added) ?? refusalOfItself(known.facts, added, around)
  if (before) return { refusal: before }
  const after = knownTraining([...known.facts, added])
  const refusal = refusalOfRecord(known.record, after.record, added)
  return refusal ? { refusal } : { known: after }
}

/** Only what stands is corrected, by the same kind of fact, of the same session, by who said it. */
function refusalOfReplacing(facts: readonly TrainingFact[], added: TrainingFact): ErrorCode | undefined {
  if (added.replaces === null) return added.kind === 'withdrawn' ? 'fact-replaced' : undefined
  const replaced = standingFacts(facts).find(({ id }) => id === added.replaces)
  if (replaced?.party !== added.party || replaced.scope !== added.scope) return 'fact-replaced'
  const isSame = added.kind === replaced.kind && sessionOf(added) === sessionOf(replaced)
  return added.kind === 'withdrawn' || isSame ? undefined : 'fact-replaced'
}

/** What is wrong with the fact whatever comes after it. */
function refusalOfItself(
  facts: readonly TrainingFact[],
  added: TrainingFact,
  { today, contracts, sealed }: TrainingSurroundings,
): ErrorCode | undefined {
  const isAhead = added.day > today
  switch (added.kind) {
    case 'positioned':
      if (isAhead) return 'training-day-ahead'
      return mayGiveHours(versionOn(trainingPaths, added.day), added.hours) ? undefined : 'training-hours'
    case 'half-day':
    case 'convoked':
      return isInContract(added.day, contracts) ? undefined : 'training-outside-contract'
    case 'attended': {
      if (isAhead) return 'training-day-ahead'
      const isCorrection = facts.some(({ id }) => id === added.replaces)
      const isSealed = sealed.has(monthOfDay(added.day))
      return isCorrection && isSealed && !added.afterSeal ? 'training-month-sealed' : undefined
    }
    case 'took-up':
      if (isAhead) return 'training-day-ahead'
      return isInContract(added.day, contracts) ? undefined : 'training-outside-contract'
    case 'exempted':
    case 'completed':
    case 'module':
    case 'exam-result':
    case 'acknowledged':
      return isAhead ? 'training-day-ahead' : undefined
    case 'cancelled':
    case 'withdrawn':
      return undefined
  }
}

function isInContract(day: CalendarDay, contracts: readonly ContractDates[]): boolean {
  return contracts.some(({ starts, ends }) => starts <= day && (ends === null || day <= ends))
}

/** What the training would be with it: one place at a time, and nothing told of what wasn't planned or wasn't held. */
function refusalOfRecord(
  before: TrainingRecord,
  after: TrainingRecord,
  added: TrainingFact,
): ErrorCode | undefined {
  if (clashesOf(after) > clashesOf(before)) return 'training-clash'
  if (after.doubled.length > before.doubled.length) return 'training-already-said'
  if (after.loose.some(({ id }) => id === added.id)) return 'training-unknown-session'
  if (after.loose.length > before.loose.length) return 'training-facts-follow'
  return refusalOfSession(before, after, added)
}

/** How many half-days somebody would be at two places. */
function clashesOf({ halfDays, exams }: TrainingRecord): number {
  const slots = [...halfDays, ...exams]
    .filter(({ cancelled }) => !cancelled)
    .map(({ planned: { day, half } }) => `${day} ${half}`)
  return slots.length - new Set(slots).size
}

/** What is wrong between the facts of one session, that wasn't before. */
function refusalOfSession(
  before: TrainingRecord,
  after: TrainingRecord,
  added: TrainingFact,
): ErrorCode | undefined {
  const faulty = new Set(sessionsOf(before).flatMap((one) => (faultOf(one) ? [one.session] : [])))
  const fault = sessionsOf(after)
    .filter(({ session }) => !faulty.has(session))
    .map(faultOf)
    .find((one) => one !== undefined)
  // Who moves a half-day, or takes a presence back, first takes back what hangs on it.
  const isBase = added.kind === 'half-day' || added.kind === 'convoked' || added.kind === 'withdrawn'
  return fault && isBase ? 'training-facts-follow' : fault
}

function sessionsOf({ halfDays, exams }: TrainingRecord): (HalfDaySession | ExamSession)[] {
  return [...halfDays, ...exams]
}

function faultOf(one: HalfDaySession | ExamSession): ErrorCode | undefined {
  const { planned, cancelled, attended } = one
  if (cancelled && attended) return 'training-cancelled'
  if (attended && attended.day !== planned.day) return 'training-wrong-day'
  if (!('result' in one) || !one.result) return undefined
  if (attended?.presence !== 'present') return 'training-not-sat'
  return one.result.day < planned.day ? 'training-wrong-day' : undefined
}

function sessionOf(fact: TrainingFact): string | undefined {
  return 'session' in fact ? fact.session : undefined
}
