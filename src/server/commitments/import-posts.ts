import type { ImportedAnswer, NewPost } from '../../domain/commitments/said-post-fact.ts'
import { CodedError, errorCatalogue } from '../../domain/errors.ts'
import type { PersonId } from '../../domain/ids.ts'
import { postByReference } from '../store/post-facts.ts'
import { retriedRead } from '../store/transaction.ts'
import type { AccessDesk } from '../structure-access/access-desk.ts'
import { createPost } from './create-post.ts'

/**
 * Attributes posts one by one, each whole or not at all; one whose number is known is left as it is, so that a list
 * brought in twice doubles nothing. Only those of the territory that whoever imports was let in for.
 */
export async function importPosts(
  desk: Pick<AccessDesk, 'store' | 'clock' | 'ids'>,
  by: PersonId,
  { posts, territory }: { posts: readonly NewPost[]; territory: string },
): Promise<ImportedAnswer> {
  const lines: ImportedAnswer['lines'] = []
  for (const post of posts) lines.push({ id: post.id, ...(await outcomeOf(post)) })
  return { lines }

  async function outcomeOf(post: NewPost): Promise<Omit<ImportedAnswer['lines'][number], 'id'>> {
    if (territory !== 'nation' && post.department !== territory) return refusedBy('other-department')
    if (await retriedRead(desk.store, (db) => postByReference(db, post.reference)))
      return { outcome: 'known', because: null }
    try {
      return { outcome: await createPost(desk, by, post), because: null }
    } catch (error) {
      if (error instanceof CodedError && errorCatalogue[error.code].status < 500) return refusedBy(error.code)
      throw error
    }
  }
}

function refusedBy(code: CodedError['code']): Omit<ImportedAnswer['lines'][number], 'id'> {
  return { outcome: 'refused', because: errorCatalogue[code].title }
}
