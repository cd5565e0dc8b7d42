import { addMonths, type CalendarDay } from '../../../../domain/calendar-day.ts'
import type { TerritoryPost } from '../../../../domain/access/territory-posts.ts'
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
  readonly words: string
}

export const noFilters: PostFilters = {
  department: '',
  state: '',
  vacantMonths: '',
  endsWithin: '',
  words: '',
}

/** The posts that all the filters keep. */
export function filteredPosts(
  posts: readonly TerritoryPost[],
  filters: PostFilters,
  today: CalendarDay,
): TerritoryPost[] {
  const { department, state, vacantMonths, endsWithin } = filters
  const words = foldName(filters.words)
  return posts.filter(
    (post) =>
      (department === '' || post.department === department) &&
      (state === '' || post.state === state) &&
      (vacantMonths === '' || isVacantSince(post, addMonths(today, -Number(vacantMonths)))) &&
      (endsWithin === '' || endsBy(post, today, addMonths(today, Number(endsWithin)))) &&
      (words === '' ||
        foldName(`${post.reference} ${post.structureName} ${post.siret ?? ''}`).includes(words)),
  )
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
