import { postIdSchema } from '../../../../domain/commitments/post-ids.ts'
import { readPostLine, type PostLayout } from '../../../../domain/commitments/post-file.ts'
import type { NewPost } from '../../../../domain/commitments/said-post-fact.ts'
import { saysTheSame } from '../../../../domain/commitments/same-post.ts'
import type { TerritoryPost } from '../../../../domain/access/territory-posts.ts'
import { errorCatalogue, type ErrorCode } from '../../../../domain/errors.ts'
import type { Table } from '../../../data/files/table.ts'
import { newDocumentId } from '../../../data/new-id.ts'

/** What would become of a line of a list of posts. */
export type PlannedPost =
  | { readonly n: number; readonly fate: 'new'; readonly post: NewPost }
  | { readonly n: number; readonly fate: 'known'; readonly reference: string }
  | { readonly n: number; readonly fate: 'refused'; readonly because: string }

/** Reads a list line by line: what is new, what is there already or twice in the list, and what is wrong. */
export function planPosts(
  { rows }: Table,
  layout: PostLayout,
  { known, own }: { known: readonly TerritoryPost[]; own: string | null },
): PlannedPost[] {
  const byReference = new Map(known.map((post) => [post.reference, post]))
  const listed = new Map<string, Omit<NewPost, 'id'>>()
  const departments = new Map(
    known.flatMap(({ siret, department }) => (siret && department ? [[siret, department] as const] : [])),
  )
  return rows.map(({ n, cells }): PlannedPost => {
    const read = readPostLine(cells, layout, departments)
    if (!read.ok) return { n, fate: 'refused', because: read.because }
    const { post } = read
    if (own !== null && post.department !== own)
      return { n, fate: 'refused', because: 'Ce poste est dans un autre département que le vôtre.' }
    const { reference } = post
    const there = byReference.get(reference)
    if (there && !isHeldBy(there, post.holder.siret)) return refused(n, 'post-reference-taken')
    const before = listed.get(reference)
    if (before && !saysTheSame(before, post)) return refused(n, 'post-listed-twice')
    if (there || before) return { n, fate: 'known', reference }
    listed.set(reference, post)
    return { n, fate: 'new', post: { ...post, id: postIdSchema.parse(newDocumentId()) } }
  })
}

/** Now, or before a transfer: a list that is not of today says the same post. */
function isHeldBy({ siret, holders }: TerritoryPost, other: string): boolean {
  return siret === other || holders.some((holder) => holder.siret === other)
}

function refused(n: number, code: ErrorCode): PlannedPost {
  return { n, fate: 'refused', because: errorCatalogue[code].title }
}
