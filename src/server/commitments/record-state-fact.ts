import { frenchDayOf } from '../../domain/calendar-day.ts'
import { standingFacts, type PostFact } from '../../domain/commitments/post-fact.ts'
import type { PostId } from '../../domain/commitments/post-ids.ts'
import { postLife } from '../../domain/commitments/post-life.ts'
import type { StateSays } from '../../domain/commitments/said-post-fact.ts'
import { CodedError } from '../../domain/errors.ts'
import type { PersonId, StructureId } from '../../domain/ids.ts'
import type { AccessDesk } from '../structure-access/access-desk.ts'
import { heldRoles } from '../store/held-roles.ts'
import { lockPost } from '../store/post-facts.ts'
import type { Db } from '../store/tables.ts'
import { inTransaction } from '../store/transaction.ts'
import { addPostFacts } from './add-post-facts.ts'
import { holderNamed } from './named-holder.ts'

type Desk = Pick<AccessDesk, 'store' | 'clock' | 'ids'>

interface Saying {
  readonly person: PersonId
  /** Through which the person reaches the post: one that holds or held it. */
  readonly structure: StructureId
  readonly post: PostId
}

/** What only the State says of a post. */
const stateKinds: ReadonlySet<PostFact['kind']> = new Set(['transferred', 'returned', 'convention'])

/**
 * The State transfers a post, takes it back, renews its agreement, or takes back what it said. Throws `forbidden`,
 * `not-found`, or the code of a refusal (`refusalOfPostFact`, `holderNamed`).
 */
export async function recordStateFact(desk: Desk, saying: Saying, said: StateSays): Promise<void> {
  const { person, structure, post } = saying
  await inTransaction(desk.store, async (tx) => {
    const held = await heldRoles(tx, person, { over: 'structure', id: structure })
    if (!held.includes('state')) throw new CodedError('forbidden')
    const known = await lockPost(tx, post)
    const life = postLife(known ?? [])
    if (!known || !life.holdings.some((one) => one.structure === structure)) throw new CodedError('not-found')
    if (known.some(({ id }) => id === said.id)) return
    const now = desk.clock()
    const added = [await factSaid(tx, desk, known, said, now)]
    await addPostFacts(tx, { post, known, added, by: person, today: frenchDayOf(now) })
  })
}

async function factSaid(
  tx: Db,
  { ids }: Desk,
  known: readonly PostFact[],
  said: StateSays,
  now: Date,
): Promise<PostFact> {
  const at = now.toISOString()
  const replaced = standingFacts(known).find(({ id }) => id === said.replaces)
  if (said.replaces !== null && (!replaced || !stateKinds.has(replaced.kind)))
    throw new CodedError('fact-replaced')
  switch (said.kind) {
    case 'transferred': {
      const { to, ...fact } = said
      return { ...fact, at, structure: await holderNamed(tx, to, { ids, at }) }
    }
    case 'returned':
      return { ...said, at }
    case 'convention': {
      const holding = postLife(known).holdings.findLast(({ from }) => from <= said.day)
      if (!holding) throw new CodedError('post-not-held')
      return { ...said, at, structure: holding.structure }
    }
    case 'withdrawn':
      return { ...said, at, day: replaced?.day ?? frenchDayOf(now) }
  }
}
