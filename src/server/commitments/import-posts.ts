import type { ImportedAnswer, NewPost } from '../../domain/commitments/said-post-fact.ts'
import { errorCatalogue } from '../../domain/errors.ts'
import type { PersonId } from '../../domain/ids.ts'
import { attributePosts, type Attribution, type AttributionDesk } from './attribute-posts.ts'

type Outcome = Omit<ImportedAnswer['lines'][number], 'id'>

/**
 * Attributes a list of posts; one whose number is known is left as it is, so that a list brought in twice doubles
 * nothing. Only those of the territory that whoever imports was let in for.
 */
export async function importPosts(
  desk: AttributionDesk,
  by: PersonId,
  { posts, territory }: { posts: readonly NewPost[]; territory: string },
): Promise<ImportedAnswer> {
  const own = posts.filter(({ department }) => territory === 'nation' || department === territory)
  const attributed = await attributePosts(desk, by, own)
  const outcomes = new Map(own.map((post, index) => [post, outcomeOf(attributed[index] ?? 'internal')]))
  return {
    lines: posts.map((post) => ({ id: post.id, ...(outcomes.get(post) ?? outcomeOf('other-department')) })),
  }
}

function outcomeOf(attribution: Attribution): Outcome {
  if (attribution === 'added' || attribution === 'known') return { outcome: attribution, because: null }
  if (attribution === 'post-reference-taken') return { outcome: 'known', because: null }
  return { outcome: 'refused', because: errorCatalogue[attribution].title }
}
