import type { Commitment, CommitmentNumber, Judgement, NextAction } from './commitment.ts'
import type { CommitmentFacts } from './commitment-facts.ts'
import { clothe } from './evidence/clothe.ts'
import { community } from './evidence/community.ts'
import { equip } from './evidence/equip.ts'
import { recruit } from './evidence/recruit.ts'
import { report } from './evidence/report.ts'
import { train } from './evidence/train.ts'
import { vouch } from './evidence/vouch.ts'
import { soonest } from './worst-of.ts'

/** What a host structure owes the State: seven commitments, each judged by its own file. */
export const commitments: readonly Commitment[] = [recruit, train, report, clothe, equip, community, vouch]

export interface JudgedCommitment extends Judgement {
  readonly number: CommitmentNumber
  readonly title: string
}

/** Where each commitment stands, in their order. */
export function judgeCommitments(facts: CommitmentFacts): JudgedCommitment[] {
  return commitments.map(({ number, title, judge }) => ({ number, title, ...judge(facts) }))
}

/** The one thing to do first: of what is late, else of what is to do; by its day. */
export function firstAction(judged: readonly Judgement[]): NextAction | null {
  const of = (status: Judgement['status']) =>
    soonest(judged.flatMap((one) => (one.status === status ? (one.next ?? []) : [])))
  return of('late') ?? of('to-do')
}
