import type { CalendarDay } from '../../domain/calendar-day.ts'
import type { PostFact } from '../../domain/commitments/post-fact.ts'
import type { PostId } from '../../domain/commitments/post-ids.ts'
import { refusalOfPostFact } from '../../domain/commitments/refuse-post-fact.ts'
import { CodedError } from '../../domain/errors.ts'
import type { PersonId, StructureId } from '../../domain/ids.ts'
import { namedStructures } from '../store/post-assignments.ts'
import { insertPostFacts } from '../store/post-facts.ts'
import type { Db } from '../store/tables.ts'
import { followContracts } from './follow-contracts.ts'

/** Facts to add to a post, whose turn the caller holds. */
export interface Addition {
  readonly post: PostId
  /** All that is known of it. */
  readonly known: readonly PostFact[]
  readonly added: readonly PostFact[]
  readonly by: PersonId
  readonly today: CalendarDay
}

/**
 * Adds facts to a post, and lets the right to file follow the contracts that they say; all of it, or nothing. Throws the
 * code of the first refusal.
 */
export async function addPostFacts(tx: Db, { post, known, added, by, today }: Addition): Promise<void> {
  const around = { today, departments: await departmentsOf(tx, [...known, ...added]) }
  let facts = known
  for (const fact of added) {
    const refusal = refusalOfPostFact(facts, fact, around)
    if (refusal) throw new CodedError(refusal)
    facts = [...facts, fact]
  }
  await insertPostFacts(tx, post, added, by)
  await followContracts(tx, { before: known, after: facts, today })
}

async function departmentsOf(
  db: Db,
  facts: readonly PostFact[],
): Promise<ReadonlyMap<StructureId, string | null>> {
  const ids = facts.flatMap((fact) => ('structure' in fact ? [fact.structure] : []))
  const structures = await namedStructures(db, [...new Set(ids)])
  return new Map([...structures.values()].map(({ id, department }) => [id, department]))
}
