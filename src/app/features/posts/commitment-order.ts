import type { ToldCommitment } from '../../../domain/access/structure-commitments.ts'
import { commitmentStatuses } from '../../../domain/commitments/commitment.ts'

/** What needs attention first; of one status in the order of their numbers. */
export function attentionFirst(commitments: readonly ToldCommitment[]): ToldCommitment[] {
  const rank = ({ status }: ToldCommitment) => commitmentStatuses.indexOf(status)
  return [...commitments].sort((a, b) => rank(a) - rank(b) || a.number - b.number)
}
