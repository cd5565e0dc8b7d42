import type { Evidence } from './commitment.ts'
import type { CommitmentFacts } from './commitment-facts.ts'
import { judgeCommitments, type JudgedCommitment } from './commitments.ts'

/** A commitment as the State reads it: where it stands, and what of the evidence it may read. What is to be done is the structure's. */
export type CommitmentForState = Pick<JudgedCommitment, 'number' | 'title' | 'status' | 'evidence'>

const readByStructure: Evidence = {
  words: 'Ce qui le montre n’est lu que par la structure.',
  day: null,
  source: 'none',
}

/**
 * Where a structure's commitments stand by what the State may read of it. What deserves a look in a month, and what
 * settled it, is the structure's own: the State reads whether somebody vouched for the month, and judges by that alone.
 */
export function commitmentsForState(facts: CommitmentFacts): CommitmentForState[] {
  const months = facts.months.map((month) => ({ ...month, open: 0, settled: 0 }))
  return judgeCommitments({ ...facts, months }).map(({ number, title, status, toState = [] }) => ({
    number,
    title,
    status,
    evidence: toState.length > 0 ? toState : [readByStructure],
  }))
}
