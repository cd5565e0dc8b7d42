import { frenchDayOf } from '../../domain/calendar-day.ts'
import type { PostFact } from '../../domain/commitments/post-fact.ts'
import { postFactIdSchema } from '../../domain/commitments/post-ids.ts'
import { refusalOfPostFact } from '../../domain/commitments/refuse-post-fact.ts'
import type { NewPost } from '../../domain/commitments/said-post-fact.ts'
import { CodedError, errorCatalogue, type ErrorCode } from '../../domain/errors.ts'
import type { PersonId, StructureId } from '../../domain/ids.ts'
import { faultOfSiret, siretDigits } from '../../domain/siret.ts'
import { insertFactsOfPosts, insertPosts, postsKnown, type KnownPosts } from '../store/post-facts.ts'
import {
  addStructures,
  structuresBySiret,
  type ProvisionedStructure,
} from '../store/provisioning-structures.ts'
import type { Db } from '../store/tables.ts'
import { inTransaction } from '../store/transaction.ts'
import type { AccessDesk } from '../structure-access/access-desk.ts'
import { newHolder, siretOf } from './named-holder.ts'

export type AttributionDesk = Pick<AccessDesk, 'store' | 'clock' | 'ids'>

/** What became of a post that is attributed: `known` where it is there under its id; or why it is refused. */
export type Attribution = 'added' | 'known' | ErrorCode

/**
 * Attributes posts to structures, with their grant agreements, in the order in which they are said: each whole or not at
 * all, all of those that aren't refused in one transaction. A structure that isn't known is made with its first post.
 */
export async function attributePosts(
  desk: AttributionDesk,
  by: PersonId,
  posts: readonly NewPost[],
): Promise<Attribution[]> {
  for (;;) {
    try {
      return await inTransaction(desk.store, (tx) => attributeAll(tx, desk, by, posts))
    } catch (error) {
      // Nothing was written: now it is known what they did.
      if (!(error instanceof OthersWereQuicker)) throw error
    }
  }
}

/** Somebody else made one of the posts or structures since they were looked for. */
class OthersWereQuicker extends Error {}

async function attributeAll(
  tx: Db,
  desk: AttributionDesk,
  by: PersonId,
  posts: readonly NewPost[],
): Promise<Attribution[]> {
  const at = desk.clock().toISOString()
  const decided = decideAll(desk, posts, {
    at,
    known: await postsKnown(tx, posts),
    structures: await structuresBySiret(tx, siretsOf(posts)),
  })
  const { added, structures } = decided
  if (!(await addStructures(tx, structures, at))) throw new OthersWereQuicker()
  const rows = added.map(({ post: { id, reference, department } }) => ({ id, reference, department, at }))
  if (!(await insertPosts(tx, rows))) throw new OthersWereQuicker()
  await insertFactsOfPosts(
    tx,
    added.map(({ post: { id: post }, facts }) => ({ post, facts })),
    by,
  )
  return decided.outcomes
}

/** Of those that are wrong nothing is known. */
function siretsOf(posts: readonly NewPost[]): string[] {
  return posts.map(({ holder }) => siretDigits(holder.siret)).filter((siret) => !faultOfSiret(siret))
}

type Holder = Pick<ProvisionedStructure, 'id' | 'department'>

interface Surroundings {
  readonly at: string
  readonly known: KnownPosts
  readonly structures: ReadonlyMap<string, Holder>
}

interface Decided {
  readonly outcomes: Attribution[]
  readonly added: { readonly post: NewPost; readonly facts: readonly PostFact[] }[]
  /** Those to be made. */
  readonly structures: ProvisionedStructure[]
}

/** What becomes of each, as if those before it were written. */
function decideAll(
  { clock, ids }: AttributionDesk,
  posts: readonly NewPost[],
  { at, known, structures: stored }: Surroundings,
): Decided {
  const today = frenchDayOf(clock())
  const structures = new Map(stored)
  const [postIds, references] = [new Set<string>(known.ids), new Set(known.references)]
  const decided: Decided = { outcomes: [], added: [], structures: [] }
  for (const post of posts) decided.outcomes.push(orItsCode(() => decide(post)))
  return decided

  function decide(post: NewPost): Attribution {
    if (postIds.has(post.id)) return 'known'
    if (references.has(post.reference)) return 'post-reference-taken'
    const siret = siretOf(post.holder)
    const existing = structures.get(siret)
    if (existing) return decideFor(post, existing)
    const made = newHolder(post.holder, ids)
    const outcome = decideFor(post, made)
    if (outcome === 'added') {
      structures.set(siret, made)
      decided.structures.push(made)
    }
    return outcome
  }

  function decideFor(post: NewPost, { id: structure, department }: Holder): Attribution {
    if (department !== post.department) return 'other-department'
    const facts = factsOf(post, { structure, at, ids })
    const around = { today, departments: new Map([[structure, department]]) }
    for (const [index, fact] of facts.entries()) {
      const refusal = refusalOfPostFact(facts.slice(0, index), fact, around)
      if (refusal) return refusal
    }
    postIds.add(post.id)
    references.add(post.reference)
    decided.added.push({ post, facts })
    return 'added'
  }
}

function orItsCode(decide: () => Attribution): Attribution {
  try {
    return decide()
  } catch (error) {
    if (error instanceof CodedError && errorCatalogue[error.code].status < 500) return error.code
    throw error
  }
}

function factsOf(
  { role, isAdditional, notifiedOn, convention }: NewPost,
  { structure, at, ids }: { structure: StructureId; at: string; ids: AttributionDesk['ids'] },
): PostFact[] {
  const base = () => ({ id: postFactIdSchema.parse(ids.newId()), at, replaces: null, structure })
  return [
    { ...base(), kind: 'notified', day: notifiedOn, role, isAdditional },
    // An agreement that began before the notification counts from it: nobody held the post before.
    { ...base(), kind: 'convention', day: convention.starts, ends: convention.ends },
  ]
}
