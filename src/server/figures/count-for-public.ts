import { shownToPublic, type PublicFigures } from '../../domain/access/public-figures.ts'
import { stepOfLink } from '../../domain/access/public-link.ts'
import { computeFigures, factsAsked } from '../../domain/statistics/compute-figures.ts'
import { joinBooks } from '../../domain/statistics/fact-book.ts'
import type { Period } from '../../domain/statistics/period.ts'
import { timelineOf } from '../../domain/statistics/timeline.ts'
import { inseeCodeSchema } from '../../domain/territory/commune.ts'
import type { GroupPost } from '../store/group-posts.ts'
import type { Db } from '../store/tables.ts'
import { communeNames } from '../territory/commune-names.ts'
import type { BookShelf } from './book-shelf.ts'
import { onCountedDays } from './read-group-figures.ts'

export interface CountedForPublic {
  readonly owner: 'advisor' | 'structure'
  readonly posts: readonly GroupPost[]
  readonly period: Period
  readonly months: number
}

/**
 * Counts as each owner's own page does, and hides what the public may not read. A structure reads nothing of who the
 * people are, hence publishes nothing of it.
 */
export async function countForPublic(
  db: Db,
  shelf: BookShelf,
  { owner, posts, period, months }: CountedForPublic,
): Promise<Omit<PublicFigures, 'countedAt'>> {
  const books = await shelf.booksOf(db, posts)
  const book = joinBooks(
    books.map(({ post, book: own }) => (owner === 'structure' ? onCountedDays(post, own) : own)),
  )
  const facts = factsAsked(book, period, { values: [] })
  const figures = computeFigures(book, facts, period)
  const step = stepOfLink(months)
  const names = await communeNames()
  return {
    period,
    step,
    ...shownToPublic(
      owner === 'structure' ? { ...figures, traits: new Map() } : figures,
      timelineOf(facts, period, step),
      (code) => {
        const insee = inseeCodeSchema.safeParse(code)
        return insee.success ? names.get(insee.data)?.name : undefined
      },
    ),
  }
}
