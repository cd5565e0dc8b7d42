import type { DeclaredAbsence } from '../../domain/access/structure-absences.ts'
import { frenchDayOf } from '../../domain/calendar-day.ts'
import { CodedError } from '../../domain/errors.ts'
import type { DocumentId, PersonId, StructureId } from '../../domain/ids.ts'
import type { JsonObject } from '../../domain/json.ts'
import { nameBasedId } from '../../domain/name-based-id.ts'
import { isClosed } from '../../domain/sync/closed-scope.ts'
import type { ContractDates } from '../../domain/sync/decide.ts'
import { scopeOfOurAbsence } from '../store/absences.ts'
import { structurePosts, type GroupPost } from '../store/group-posts.ts'
import type { Store } from '../store/store.ts'
import { inTransaction } from '../store/transaction.ts'
import { deleteServerDocument, writeServerDocument } from '../sync/write-server-document.ts'
import { requireResponsable } from './require-responsable.ts'

/** Who acts, for which structure, and when. */
export interface Acting {
  readonly person: PersonId
  readonly structure: StructureId
  readonly now: Date
}

/**
 * An employer declares an absence of an advisor of theirs, for days inside a contract with them: a document of the
 * advisor's scope, by the same counter, history and schema as the advisor's own, so that it reaches their phone. Throws
 * `forbidden`, `not-found` for somebody who isn't their advisor, `outside-contract` or `scope-closed`.
 */
export async function declareAbsence(
  store: Store,
  { person, structure, now }: Acting,
  { key, advisor, absence }: DeclaredAbsence,
): Promise<DocumentId> {
  return inTransaction(store, async (tx) => {
    await requireResponsable(tx, person, structure)
    const posts = (await structurePosts(tx, { person, structure })).filter((post) => post.person === advisor)
    const { scope } = postFor(posts, absence, now)
    // Named by whoever declares: what somebody else's request says can't be this one.
    const id = nameBasedId(scope, `absence ${person} ${key}`)
    const body: JsonObject = { ...JSON.parse(JSON.stringify(absence)), declaredBy: 'structure' }
    const document = { collection: 'absence' as const, id, body, by: person, at: now.toISOString() }
    await writeServerDocument(tx, { scope, ...document, onlyNew: true })
    return id
  })
}

function postFor(
  posts: readonly GroupPost[],
  { from, to }: DeclaredAbsence['absence'],
  now: Date,
): GroupPost {
  if (posts.length === 0) throw new CodedError('not-found')
  const holds = ({ starts, ends }: ContractDates) => starts <= from && (ends === null || to <= ends)
  const post = posts.find(({ contracts }) => contracts.some(holds))
  if (!post) throw new CodedError('outside-contract')
  if (isClosed(post.contracts, frenchDayOf(now))) throw new CodedError('scope-closed')
  return post
}

/** Takes back an absence that a member of the structure declared. Throws `forbidden`, or `not-found` for any other. */
export async function withdrawAbsence(
  store: Store,
  { person, structure, now }: Acting,
  id: DocumentId,
): Promise<void> {
  await inTransaction(store, async (tx) => {
    await requireResponsable(tx, person, structure)
    const scope = await scopeOfOurAbsence(tx, { structure, id })
    if (!scope) throw new CodedError('not-found')
    await deleteServerDocument(tx, { scope, id, by: person, at: now.toISOString() })
  })
}
