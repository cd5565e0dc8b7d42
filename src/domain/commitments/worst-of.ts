import { commitmentStatuses, type Judgement, type NextAction } from './commitment.ts'

/** Judgements of several things as one: the worst status, all the evidence, and what is to be done first. */
export function worstOf(judgements: readonly Judgement[]): Judgement {
  const status = commitmentStatuses.find((one) => judgements.some((judged) => judged.status === one))
  return {
    status: status ?? 'unknown',
    evidence: judgements.flatMap(({ evidence }) => evidence),
    toState: judgements.flatMap(({ toState = [] }) => toState),
    next: soonest(judgements.flatMap(({ next }) => next ?? [])),
  }
}

/** What is to be done first: by its day, what has none last. */
export function soonest(actions: readonly NextAction[]): NextAction | null {
  return [...actions].sort((a, b) => (a.by ?? '9').localeCompare(b.by ?? '9'))[0] ?? null
}
