import type { ErrorCode } from '../../errors.ts'
import type { ScopeId } from '../../ids.ts'
import { nameBasedId } from '../../name-based-id.ts'
import { judgeTrainingFact, type TrainingSurroundings } from './refuse-training-fact.ts'
import type { TrainingFact } from './training-fact.ts'
import { trainingFactIdSchema, trainingSessionIdSchema, type TrainingSessionId } from './training-ids.ts'
import type { LineFate, TrainingLine } from './training-lines.ts'
import type { ExamSession, HalfDaySession, KnownTraining } from './training-record.ts'

/** What a line adds to the facts of its trainee, and what is known of them with it. */
export type LineOutcome =
  | {
      readonly fate: Exclude<LineFate, 'refused'>
      readonly added: readonly TrainingFact[]
      readonly known: KnownTraining
    }
  | { readonly fate: 'refused'; readonly code: ErrorCode }

interface Writing {
  readonly scope: ScopeId
  /** ISO 8601 in UTC. */
  readonly at: string
  readonly newId: () => string
  /** Presences that correct those of a month that was vouched for are known to do so. */
  readonly knowsSealed: boolean
}

/**
 * What becomes of a line, given what is known of its trainee: all that it says is added that isn't said yet, or nothing of
 * it. Pure but for the ids: the same line again adds nothing.
 */
export function factsOfLine(
  known: KnownTraining,
  line: TrainingLine,
  around: TrainingSurroundings,
  writing: Writing,
): LineOutcome {
  const found = sessionOfLine(known, line, writing)
  if (!found && line.isCancelled) return { fate: 'known', added: [], known }
  const added = saidByLine(found, line, writing)
  let after = known
  for (const fact of added) {
    const judged = judgeTrainingFact(after, fact, around)
    if ('refusal' in judged) return { fate: 'refused', code: judged.refusal }
    after = judged.known
  }
  return { fate: added.length === 0 ? 'known' : found ? 'changed' : 'new', added, known: after }
}

type Session = HalfDaySession | ExamSession

/** The session that a line is of: by what names it in its file, else by when it is and what it is. */
function sessionOfLine(
  { record }: KnownTraining,
  line: TrainingLine,
  { scope }: Writing,
): Session | undefined {
  const sessions: readonly Session[] = [...record.halfDays, ...record.exams]
  const named = line.key === null ? undefined : sessionNamed(scope, line.key)
  const isThere = ({ planned }: Session) =>
    planned.day === line.day &&
    planned.half === line.half &&
    kindOf(planned) === line.kind &&
    (planned.kind === 'convoked' || planned.title.toLowerCase() === line.title.trim().toLowerCase())
  const there = sessions.filter(isThere)
  return (
    sessions.find(({ session }) => session === named) ??
    there.find(({ cancelled }) => !cancelled) ??
    (line.isCancelled ? there[0] : undefined)
  )
}

/** The facts that a line says and that aren't said yet, in the order in which they can be added. */
function saidByLine(found: Session | undefined, line: TrainingLine, writing: Writing): TrainingFact[] {
  const session = found?.session ?? newSession(line, writing)
  const said: TrainingFact[] = []
  if (!found || !plansTheSame(found.planned, line)) {
    said.push(planOf(line, session, sharedBy(line, writing, found?.planned)))
  }
  if (line.isCancelled) {
    if (!found?.cancelled) said.push({ kind: 'cancelled', session, ...sharedBy(line, writing) })
    return said
  }
  if (found?.cancelled) said.push({ kind: 'withdrawn', ...sharedBy(line, writing, found.cancelled) })
  const { presence, reason, passed } = line
  const before = found?.attended
  if (presence !== null && (before?.presence !== presence || before.reason !== reason)) {
    const afterSeal = before !== undefined && writing.knowsSealed
    said.push({ kind: 'attended', session, presence, reason, afterSeal, ...sharedBy(line, writing, before) })
  }
  const result = found && 'result' in found ? found.result : undefined
  if (passed !== null && result?.passed !== passed) {
    said.push({ kind: 'exam-result', session, passed, ...sharedBy(line, writing, result) })
  }
  return said
}

/** What facts of all kinds say. It is spread last into each: spread first it costs V8 twenty times as much. */
function sharedBy({ day }: TrainingLine, { scope, at, newId }: Writing, replaced?: TrainingFact) {
  const id = trainingFactIdSchema.parse(newId())
  return { id, at, replaces: replaced?.id ?? null, day, scope, party: 'body' as const }
}

function planOf(
  { half, kind, title, place }: TrainingLine,
  session: TrainingSessionId,
  shared: ReturnType<typeof sharedBy>,
): Session['planned'] {
  return kind === 'formation' || kind === 'stage'
    ? { kind: 'half-day', session, half, part: kind, title: title.trim(), place: place.trim(), ...shared }
    : { kind: 'convoked', session, exam: kind, half, place: place.trim(), ...shared }
}

function plansTheSame(planned: Session['planned'], line: TrainingLine): boolean {
  return (
    planned.day === line.day &&
    planned.half === line.half &&
    kindOf(planned) === line.kind &&
    planned.place === line.place.trim() &&
    (planned.kind === 'convoked' || planned.title === line.title.trim())
  )
}

function kindOf(planned: Session['planned']): TrainingLine['kind'] {
  return planned.kind === 'half-day' ? planned.part : planned.exam
}

/** What a file names keeps its id wherever it is moved, and whoever reads the file. */
function sessionNamed(scope: ScopeId, key: string): TrainingSessionId {
  return trainingSessionIdSchema.parse(nameBasedId(scope, `training ${key}`))
}

function newSession({ key }: TrainingLine, { scope, newId }: Writing): TrainingSessionId {
  return key === null ? trainingSessionIdSchema.parse(newId()) : sessionNamed(scope, key)
}
