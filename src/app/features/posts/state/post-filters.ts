import { addMonths, type CalendarDay } from '../../../../domain/calendar-day.ts'
import type { PostHolder, TerritoryPost } from '../../../../domain/access/territory-posts.ts'
import { foldName } from '../../../../domain/territory/fold-name.ts'
import type { Sort } from '../../../ui/SortHead.tsx'

export type StateChoice = '' | TerritoryPost['state']

/** By what the board is narrowed; empty where it isn't. */
export interface PostFilters {
  readonly department: string
  readonly state: StateChoice
  /** Vacant for at least so many months. */
  readonly vacantMonths: '' | '1' | '2' | '3' | '6'
  /** A contract or an agreement that ends within so many months. */
  readonly endsWithin: '' | '1' | '3' | '6'
  /** Whether it went to another structure, or back to the State; `-year`: in the last twelve months, or to come. */
  readonly moved: '' | 'transferred' | 'transferred-year' | 'returned' | 'returned-year'
  readonly words: string
}

export const noFilters: PostFilters = {
  department: '',
  state: '',
  vacantMonths: '',
  endsWithin: '',
  moved: '',
  words: '',
}

/** The posts that all the filters keep. */
export function filteredPosts(
  posts: readonly TerritoryPost[],
  filters: PostFilters,
  today: CalendarDay,
): TerritoryPost[] {
  const { department, state, vacantMonths, endsWithin, moved } = filters
  const words = foldName(filters.words)
  return posts.filter(
    (post) =>
      (department === '' || post.department === department) &&
      (state === '' || post.state === state) &&
      (vacantMonths === '' || isVacantSince(post, addMonths(today, -Number(vacantMonths)))) &&
      (endsWithin === '' || endsBy(post, today, addMonths(today, Number(endsWithin)))) &&
      (moved === '' || hasMoved(post, moved, today)) &&
      (words === '' || wordsOf(post).includes(words)),
  )
}

function hasMoved(
  post: TerritoryPost,
  moved: Exclude<PostFilters['moved'], ''>,
  today: CalendarDay,
): boolean {
  switch (moved) {
    case 'transferred':
      return lastTransfer(post) !== undefined
    case 'transferred-year':
      return isTransferredSince(post, addMonths(today, -12))
    case 'returned':
      return post.returnedOn !== null
    case 'returned-year':
      return post.returnedOn !== null && post.returnedOn > addMonths(today, -12)
  }
}

/** A former holder is found by its name too. */
function wordsOf({ reference, structureName, siret, holders }: TerritoryPost): string {
  const former = holders.map((one) => `${one.structureName} ${one.siret ?? ''}`).join(' ')
  return foldName(`${reference} ${structureName} ${siret ?? ''} ${former}`)
}

export interface Transfer {
  readonly day: CalendarDay
  readonly from: PostHolder
  readonly to: PostHolder
}

/** Each time that a post went to another structure, the first one first. */
export function transfersOf({ holders }: TerritoryPost): Transfer[] {
  return holders.flatMap((to, index) => {
    const from = holders[index - 1]
    return from ? [{ day: to.from, from, to }] : []
  })
}

export function lastTransfer(post: TerritoryPost): Transfer | undefined {
  return transfersOf(post).at(-1)
}

export function isTransferredSince(post: TerritoryPost, day: CalendarDay): boolean {
  const last = lastTransfer(post)
  return last !== undefined && last.day > day
}

export function isVacantSince({ state, since }: TerritoryPost, day: CalendarDay): boolean {
  return state === 'vacant' && since <= day
}

/** Whether the contract of who works there, or the agreement of a post that isn't given back, ends by then. */
export function endsBy(
  { state, contractEnds, conventionEnds }: TerritoryPost,
  today: CalendarDay,
  by: CalendarDay,
): boolean {
  if (state === 'returned') return false
  return [contractEnds, conventionEnds].some((day) => day !== null && day >= today && day <= by)
}

/** What is sorted by, as text that sorts so; nothing comes last. */
const keys: Readonly<Record<string, (post: TerritoryPost) => string>> = {
  reference: ({ reference }) => reference,
  structure: ({ structureName }) => foldName(structureName),
  since: ({ since }) => since,
  contract: ({ contractEnds }) => contractEnds ?? '9999',
  convention: ({ conventionEnds }) => conventionEnds ?? '9999',
}

export function sortedPosts(posts: readonly TerritoryPost[], { key, direction }: Sort): TerritoryPost[] {
  const of = keys[key] ?? keys['reference'] ?? (() => '')
  const sign = direction === 'ascending' ? 1 : -1
  return [...posts].sort((a, b) => sign * of(a).localeCompare(of(b), 'fr'))
}
