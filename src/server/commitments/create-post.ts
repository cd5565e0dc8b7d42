import { frenchDayOf } from '../../domain/calendar-day.ts'
import { postFactIdSchema } from '../../domain/commitments/post-ids.ts'
import { postFactSchema, type PostFact } from '../../domain/commitments/post-fact.ts'
import type { NewPost } from '../../domain/commitments/said-post-fact.ts'
import { CodedError } from '../../domain/errors.ts'
import type { PersonId } from '../../domain/ids.ts'
import type { AccessDesk } from '../structure-access/access-desk.ts'
import { namedStructures } from '../store/post-assignments.ts'
import { insertPost, lockPost, postByReference } from '../store/post-facts.ts'
import type { Db } from '../store/tables.ts'
import { inTransaction } from '../store/transaction.ts'
import { addPostFacts } from './add-post-facts.ts'
import { holderNamed } from './named-holder.ts'

type Desk = Pick<AccessDesk, 'store' | 'clock' | 'ids'>

/**
 * The State attributes a post to a structure, with its grant agreement; said twice under the same id, it is one post.
 * Throws `post-reference-taken`, `other-department`, what `holderNamed` throws, or `convention-length`.
 */
export async function createPost(desk: Desk, by: PersonId, post: NewPost): Promise<'added' | 'known'> {
  return inTransaction(desk.store, (tx) => addPost(tx, desk, by, post))
}

async function addPost(
  tx: Db,
  { clock, ids }: Desk,
  by: PersonId,
  post: NewPost,
): Promise<'added' | 'known'> {
  const now = clock()
  const at = now.toISOString()
  const { id, reference, department } = post
  if (await lockPost(tx, id)) return 'known'
  if (await postByReference(tx, reference)) throw new CodedError('post-reference-taken')
  const structure = await holderNamed(tx, post.holder, { ids, at })
  const holder = (await namedStructures(tx, [structure])).get(structure)
  if (holder?.department !== department) throw new CodedError('other-department')
  if (!(await insertPost(tx, { id, reference, department, at }))) throw new CodedError('post-reference-taken')
  const base = { at, replaces: null, structure }
  const newId = () => postFactIdSchema.parse(ids.newId())
  const { role, isAdditional, notifiedOn, convention } = post
  const added: PostFact[] = [
    { ...base, id: newId(), kind: 'notified', day: notifiedOn, role, isAdditional },
    postFactSchema.parse({
      ...base,
      id: newId(),
      kind: 'convention',
      // An agreement that began before the notification counts from it: nobody held the post before.
      day: convention.starts,
      ends: convention.ends,
    }),
  ]
  await addPostFacts(tx, { post: id, known: [], added, by, today: frenchDayOf(now) })
  return 'added'
}
