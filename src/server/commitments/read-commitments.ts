import type { StructureCommitments } from '../../domain/access/structure-commitments.ts'
import type { CalendarDay } from '../../domain/calendar-day.ts'
import type { CommitmentFacts } from '../../domain/commitments/commitment-facts.ts'
import { firstAction, judgeCommitments } from '../../domain/commitments/commitments.ts'
import { CodedError } from '../../domain/errors.ts'
import type { StructureId } from '../../domain/ids.ts'
import { idsOfAsked, type AskedByMember, type AskedStructures } from '../store/asked-structures.ts'
import { namedStructures } from '../store/post-assignments.ts'
import type { Store } from '../store/store.ts'
import { snapshotRead } from '../store/transaction.ts'
import { onSheet } from './commitments-sheet.ts'
import { gatherFacts } from './gather-facts.ts'

/** A structure's sheet of its seven commitments: where each stands, and by what. */
export type Commitments = Omit<StructureCommitments, 'countedAt'>

/** Where a structure's seven commitments stand, and by what, for a member of it. */
export async function readCommitments(
  store: Store,
  { today, ...asked }: AskedByMember & { readonly today: CalendarDay },
): Promise<Commitments> {
  const read = (await readCommitmentsOf(store, asked, today)).get(asked.structure)
  if (!read) throw new CodedError('internal')
  return read
}

/** The same of each of several structures, as its members read it. */
export async function readCommitmentsOf(
  store: Store,
  asked: AskedStructures,
  today: CalendarDay,
): Promise<ReadonlyMap<StructureId, Commitments>> {
  return snapshotRead(store, async (db) => {
    const facts = await gatherFacts(db, asked, today)
    const named = await namedStructures(db, idsOfAsked(asked))
    return new Map(
      [...facts].map(([structure, of]) => [
        structure,
        { today, structure: onSheet(named.get(structure)), ...judged(of) },
      ]),
    )
  })
}

function judged(facts: CommitmentFacts): Pick<Commitments, 'commitments' | 'first'> {
  const commitments = judgeCommitments(facts)
  return {
    commitments: commitments.map(({ number, title, status, evidence, next }) => ({
      number,
      title,
      status,
      evidence: [...evidence],
      next,
    })),
    first: firstAction(commitments),
  }
}
