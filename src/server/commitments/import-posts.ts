import type { ImportedAnswer, NewPost } from '../../domain/commitments/said-post-fact.ts'
import { saysTheSame } from '../../domain/commitments/same-post.ts'
import { CodedError, errorCatalogue } from '../../domain/errors.ts'
import type { PersonId } from '../../domain/ids.ts'
import { siretDigits } from '../../domain/siret.ts'
import { siretsOfPost } from '../store/post-facts.ts'
import { retriedRead } from '../store/transaction.ts'
import type { AccessDesk } from '../structure-access/access-desk.ts'
import { createPost } from './create-post.ts'

/**
 * Attributes posts one by one, each whole or not at all; one that is known is left as it is, so that a list brought in
 * twice, or again after it was stopped, doubles nothing. A number that is another structure's post, or twice in the list
 * and not the same, is refused: which line is right isn't guessed. Only those of the territory that whoever imports was
 * let in for.
 */
export async function importPosts(
  desk: Pick<AccessDesk, 'store' | 'clock' | 'ids'>,
  by: PersonId,
  { posts, territory }: { posts: readonly NewPost[]; territory: string },
): Promise<ImportedAnswer> {
  const lines: ImportedAnswer['lines'] = []
  const listed = new Map<string, NewPost>()
  for (const post of posts) lines.push({ id: post.id, ...(await outcomeOf(post)) })
  return { lines }

  async function outcomeOf(post: NewPost): Promise<Omit<ImportedAnswer['lines'][number], 'id'>> {
    if (territory !== 'nation' && post.department !== territory) return refusedBy('other-department')
    const before = listed.get(post.reference)
    if (before && !saysTheSame(before, post)) return refusedBy('post-listed-twice')
    listed.set(post.reference, post)
    const sirets = await retriedRead(desk.store, (db) => siretsOfPost(db, post.reference))
    if (sirets) {
      return sirets.includes(siretDigits(post.holder.siret))
        ? { outcome: 'known', because: null }
        : refusedBy('post-reference-taken')
    }
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
