import type { ImportedAnswer, NewPost } from '../../domain/commitments/said-post-fact.ts'
import { saysTheSame } from '../../domain/commitments/same-post.ts'
import { errorCatalogue, type ErrorCode } from '../../domain/errors.ts'
import type { PersonId } from '../../domain/ids.ts'
import { siretDigits } from '../../domain/siret.ts'
import { siretsOfPosts } from '../store/post-facts.ts'
import { retriedRead } from '../store/transaction.ts'
import { attributePosts, type Attribution, type AttributionDesk } from './attribute-posts.ts'

type Outcome = Omit<ImportedAnswer['lines'][number], 'id'>

/**
 * Attributes a list of posts; one that is known is left as it is, so that a list brought in twice, or again after it was
 * stopped, doubles nothing. A number that is another structure's post, or twice in the list and not the same, is refused:
 * which line is right isn't guessed. Only those of the territory that whoever imports was let in for.
 */
export async function importPosts(
  desk: AttributionDesk,
  by: PersonId,
  { posts, territory }: { posts: readonly NewPost[]; territory: string },
): Promise<ImportedAnswer> {
  const outcomes = new Map<NewPost, Attribution>(refusedByList(posts, territory))
  const own = posts.filter((post) => !outcomes.has(post))
  const attributed = await attributePosts(desk, by, own)
  own.forEach((post, index) => outcomes.set(post, attributed[index] ?? 'internal'))
  const taken = own.filter((post) => outcomes.get(post) === 'post-reference-taken')
  const sirets = await retriedRead(desk.store, (db) =>
    siretsOfPosts(
      db,
      taken.map(({ reference }) => reference),
    ),
  )
  for (const post of taken) {
    if (sirets.get(post.reference)?.includes(siretDigits(post.holder.siret))) outcomes.set(post, 'known')
  }
  return { lines: posts.map((post) => ({ id: post.id, ...outcomeOf(outcomes.get(post) ?? 'internal') })) }
}

/** What needn't be looked for to be refused. */
function refusedByList(posts: readonly NewPost[], territory: string): [NewPost, ErrorCode][] {
  const listed = new Map<string, NewPost>()
  return posts.flatMap((post): [NewPost, ErrorCode][] => {
    if (territory !== 'nation' && post.department !== territory) return [[post, 'other-department']]
    const before = listed.get(post.reference)
    listed.set(post.reference, post)
    return before && !saysTheSame(before, post) ? [[post, 'post-listed-twice']] : []
  })
}

function outcomeOf(attribution: Attribution): Outcome {
  if (attribution === 'added' || attribution === 'known') return { outcome: attribution, because: null }
  return { outcome: 'refused', because: errorCatalogue[attribution].title }
}
