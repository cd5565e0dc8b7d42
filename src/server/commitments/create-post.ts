import { CodedError } from '../../domain/errors.ts'
import type { PersonId } from '../../domain/ids.ts'
import type { NewPost } from '../../domain/commitments/said-post-fact.ts'
import { attributePosts, type AttributionDesk } from './attribute-posts.ts'

/**
 * The State attributes a post to a structure, with its grant agreement; said twice under the same id, it is one post.
 * Throws `post-reference-taken`, `other-department`, what `newHolder` throws, or `convention-length`.
 */
export async function createPost(
  desk: AttributionDesk,
  by: PersonId,
  post: NewPost,
): Promise<'added' | 'known'> {
  const [outcome] = await attributePosts(desk, by, [post])
  if (outcome === 'added' || outcome === 'known') return outcome
  throw new CodedError(outcome ?? 'internal')
}
