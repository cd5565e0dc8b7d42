import {
  commitmentsForStateSchema,
  structureCommitmentsSchema,
  type CommitmentsForState,
  type StructureCommitments,
} from '../../domain/access/structure-commitments.ts'
import { structurePostsSchema, type StructurePosts } from '../../domain/access/structure-posts.ts'
import {
  teamPostsSchema,
  territoryPostsSchema,
  type TeamPosts,
  type TerritoryPosts,
} from '../../domain/access/territory-posts.ts'
import type { PostId } from '../../domain/commitments/post-ids.ts'
import {
  importedAnswerSchema,
  mostImportedPosts,
  type ImportedAnswer,
  type NewPost,
  type StateSays,
  type StructureSays,
} from '../../domain/commitments/said-post-fact.ts'
import type { StructureId, TeamId } from '../../domain/ids.ts'
import { fetchCounted, type CountedOutcome } from './counted-elsewhere.ts'
import { ask, browserFetch, type Fetch } from './http-client.ts'
import { sayToServer, type SaidOutcome } from './say-to-server.ts'

/* Posts and commitments, from the server: no device keeps contracts. */

/** Posts of a department, or of the nation. */
export function fetchTerritoryPosts(
  department: string | null,
  fetch: Fetch = browserFetch,
): Promise<CountedOutcome<TerritoryPosts>> {
  const query = department === null ? '' : `?${new URLSearchParams({ departement: department }).toString()}`
  return fetchCounted(fetch, `/api/state/posts${query}`, territoryPostsSchema)
}

export function fetchStructurePosts(
  id: StructureId,
  fetch: Fetch = browserFetch,
): Promise<CountedOutcome<StructurePosts>> {
  return fetchCounted(fetch, `/api/structures/${id}/posts`, structurePostsSchema)
}

export function fetchCommitments(
  id: StructureId,
  fetch: Fetch = browserFetch,
): Promise<CountedOutcome<StructureCommitments>> {
  return fetchCounted(fetch, `/api/structures/${id}/commitments`, structureCommitmentsSchema)
}

/** The same, as the State reads it. */
export function fetchCommitmentsForState(
  id: StructureId,
  fetch: Fetch = browserFetch,
): Promise<CountedOutcome<CommitmentsForState>> {
  return fetchCounted(fetch, `/api/state/structures/${id}/commitments`, commitmentsForStateSchema)
}

export function fetchTeamPosts(id: TeamId, fetch: Fetch = browserFetch): Promise<CountedOutcome<TeamPosts>> {
  return fetchCounted(fetch, `/api/teams/${id}/posts`, teamPostsSchema)
}

/** The State attributes a post. Sent twice with the same id, it is one post. */
export function attributePost(post: NewPost, fetch: Fetch = browserFetch): Promise<SaidOutcome> {
  return sayToServer(fetch, '/api/state/posts', post)
}

/**
 * Brings in a list of posts, some hundreds at a time; says after each how many are done. Stops where the server isn't
 * reached or refuses: what was done stays, and trying again doubles nothing.
 */
export async function importPosts(
  department: string | null,
  posts: readonly NewPost[],
  onProgress: (done: ImportedAnswer['lines']) => void,
  fetch: Fetch = browserFetch,
): Promise<SaidOutcome> {
  const query = department === null ? '' : `?${new URLSearchParams({ departement: department }).toString()}`
  for (let from = 0; from < posts.length; from += importedAtOnce) {
    const body = { posts: posts.slice(from, from + importedAtOnce) }
    const answer = await ask(fetch, { method: 'POST', path: `/api/state/posts/import${query}`, body })
    const read = importedAnswerSchema.safeParse(answer?.json)
    if (answer?.status !== 200 || !read.success) return { ok: false, problem: answer?.problem }
    onProgress(read.data.lines)
  }
  return { ok: true }
}

/** Far from what is allowed, so that each is answered within seconds. */
const importedAtOnce = Math.min(mostImportedPosts, 100)

/** The State says what becomes of a post, reached through a structure that holds it. */
export function sayForState(
  at: { structure: StructureId; post: PostId },
  said: StateSays,
  fetch: Fetch = browserFetch,
): Promise<SaidOutcome> {
  return sayToServer(fetch, `/api/state/structures/${at.structure}/posts/${at.post}/facts`, said)
}

/** A structure says what happens on a post that it holds. */
export function sayForStructure(
  at: { structure: StructureId; post: PostId },
  said: StructureSays,
  fetch: Fetch = browserFetch,
): Promise<SaidOutcome> {
  return sayToServer(fetch, `/api/structures/${at.structure}/posts/${at.post}/facts`, said)
}
