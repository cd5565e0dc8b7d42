import { groupBy } from '../../group-by.ts'
import { standingFacts } from '../post-fact.ts'
import { trainingFactsOfKind, type TrainingFact, type TrainingFactOf } from './training-fact.ts'
import type { TrainingSessionId } from './training-ids.ts'

/** A half-day or an exam, and what was told of it. */
interface Held {
  readonly session: TrainingSessionId
  readonly cancelled: TrainingFactOf<'cancelled'> | undefined
  readonly attended: TrainingFactOf<'attended'> | undefined
}
export interface HalfDaySession extends Held {
  readonly planned: TrainingFactOf<'half-day'>
}
export interface ExamSession extends Held {
  readonly planned: TrainingFactOf<'convoked'>
  readonly result: TrainingFactOf<'exam-result'> | undefined
}

/** One advisor's training at one structure, as facts tell it. */
export interface TrainingRecord {
  /** The last word on the test. */
  readonly positioned: TrainingFactOf<'positioned'> | undefined
  readonly exemptions: readonly TrainingFactOf<'exempted'>[]
  /** By day, the morning first; those that are cancelled too. */
  readonly halfDays: readonly HalfDaySession[]
  /** By day; those that are cancelled too. */
  readonly exams: readonly ExamSession[]
  readonly completed: TrainingFactOf<'completed'> | undefined
  readonly modules: readonly TrainingFactOf<'module'>[]
  /** The last word of the structure that it has seen the calendar. */
  readonly acknowledged: TrainingFactOf<'acknowledged'> | undefined
  readonly tookUp: TrainingFactOf<'took-up'> | undefined
  /** When anything of it was first written down, ISO 8601 in UTC: of what was before, nothing is known. */
  readonly firstWritten: string | undefined
  /** Facts about a half-day or an exam that nobody planned. */
  readonly loose: readonly TrainingFact[]
  /** Facts that say what another says already. */
  readonly doubled: readonly TrainingFact[]
}

/** Facts of one advisor's training with what they come to, so that many are judged without reading all of them each time. */
export interface KnownTraining {
  readonly facts: readonly TrainingFact[]
  readonly record: TrainingRecord
}

export function knownTraining(facts: readonly TrainingFact[]): KnownTraining {
  return { facts, record: trainingRecord(facts) }
}

/** Reads the facts of one advisor's training, in whatever order they come. */
export function trainingRecord(facts: readonly TrainingFact[]): TrainingRecord {
  const standing = standingFacts(facts)
  const aside: Aside = { loose: [], doubled: [] }
  const halfDays: HalfDaySession[] = []
  const exams: ExamSession[] = []
  const ofSessions = standing.filter((fact): fact is OfSession => 'session' in fact)
  for (const own of groupBy(ofSessions, ({ session }) => session).values()) {
    const planned = only(own.filter(isPlan), aside)
    if (!planned) aside.loose.push(...own)
    else if (planned.kind === 'half-day') halfDays.push(halfDayOf(planned, own, aside))
    else exams.push(examOf(planned, own, aside))
  }
  return {
    positioned: trainingFactsOfKind(standing, 'positioned').at(-1),
    exemptions: onceEach(trainingFactsOfKind(standing, 'exempted'), ({ from }) => from, aside),
    halfDays: halfDays.sort(inOrder),
    exams: exams.sort(inOrder),
    completed: only(trainingFactsOfKind(standing, 'completed'), aside),
    modules: onceEach(
      trainingFactsOfKind(standing, 'module'),
      ({ day, title }) => `${day} ${title.toLowerCase()}`,
      aside,
    ),
    acknowledged: trainingFactsOfKind(standing, 'acknowledged').reduce(furthest, undefined),
    tookUp: only(trainingFactsOfKind(standing, 'took-up'), aside),
    firstWritten: firstWritten(standing),
    ...aside,
  }
}

/** To the second: instants are compared by their letters, and the second may or may not have parts. */
function firstWritten(facts: readonly TrainingFact[]): string | undefined {
  let first: string | undefined
  for (const { at } of facts) if (first === undefined || at < first) first = at
  return first
}

type OfSession = Extract<TrainingFact, { session: unknown }>
type Plan = TrainingFactOf<'half-day'> | TrainingFactOf<'convoked'>

interface Aside {
  readonly loose: TrainingFact[]
  readonly doubled: TrainingFact[]
}

function halfDayOf(
  planned: TrainingFactOf<'half-day'>,
  own: readonly OfSession[],
  aside: Aside,
): HalfDaySession {
  aside.loose.push(...trainingFactsOfKind(own, 'exam-result'))
  return { planned, ...heldOf(planned, own, aside) }
}

function examOf(planned: TrainingFactOf<'convoked'>, own: readonly OfSession[], aside: Aside): ExamSession {
  const result = only(trainingFactsOfKind(own, 'exam-result'), aside)
  return { planned, ...heldOf(planned, own, aside), result }
}

function heldOf({ session }: Plan, own: readonly OfSession[], aside: Aside): Held {
  return {
    session,
    cancelled: only(trainingFactsOfKind(own, 'cancelled'), aside),
    attended: only(trainingFactsOfKind(own, 'attended'), aside),
  }
}

/** The first one; what says the same again is put aside. */
function only<F extends TrainingFact>([first, ...others]: readonly F[], { doubled }: Aside): F | undefined {
  doubled.push(...others)
  return first
}

function onceEach<F extends TrainingFact>(
  facts: readonly F[],
  keyOf: (fact: F) => string,
  aside: Aside,
): F[] {
  return [...groupBy(facts, keyOf).values()].flatMap((same) => only(same, aside) ?? [])
}

/** The one that has seen most; of equals the first, by the order in which facts stand. */
function furthest(
  best: TrainingFactOf<'acknowledged'> | undefined,
  fact: TrainingFactOf<'acknowledged'>,
): TrainingFactOf<'acknowledged'> {
  return best && Date.parse(best.until) >= Date.parse(fact.until) ? best : fact
}

function isPlan(fact: OfSession): fact is Plan {
  return fact.kind === 'half-day' || fact.kind === 'convoked'
}

/** By day; the morning before the afternoon, which their codes aren't in order of. */
function inOrder({ planned: a }: { planned: Plan }, { planned: b }: { planned: Plan }): number {
  return (
    a.day.localeCompare(b.day) ||
    Number(a.half === 'apres_midi') - Number(b.half === 'apres_midi') ||
    a.session.localeCompare(b.session)
  )
}
