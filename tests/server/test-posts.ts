import { demonstrationAssignments } from '../../src/server/demonstration/demonstration-assignments.ts'
import {
  emptyPosts,
  filledPosts,
  type DemonstrationPost,
} from '../../src/server/demonstration/demonstration-posts.ts'
import { insertPost, insertPostFacts } from '../../src/server/store/post-facts.ts'
import type { Store } from '../../src/server/store/store.ts'
import { beside } from './each-store.ts'
import { today } from './test-cast.ts'

const [vacant] = emptyPosts(today)
const filled = filledPosts(demonstrationAssignments(today), today)

/** A post of the town hall that is vacant since four months. */
export const vacantPost = idOf(vacant)
export const awasPost = idOf(filled[0])
export const brunosPost = idOf(filled[1])
export const hugosPost = idOf(filled[2])

/** The posts of the cast, beside the cast. */
export async function plantPosts(store: Store): Promise<void> {
  await beside(async () => {
    for (const { facts, ...post } of [...filled, ...emptyPosts(today)]) {
      await insertPost(store.db, { ...post, at: facts[0]?.fact.at ?? '' })
      for (const { fact, by } of facts) await insertPostFacts(store.db, post.id, [fact], by)
    }
  })
}

function idOf(post: DemonstrationPost | undefined) {
  if (!post) throw new Error('the demonstration has this post')
  return post.id
}
