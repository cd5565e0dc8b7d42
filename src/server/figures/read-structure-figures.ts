import {
  permittedFigures,
  totalsOf,
  type AdvisorStanding,
  type StructureFigures,
} from '../../domain/access/structure-figures.ts'
import { hasContractOn } from '../../domain/access/has-contract-on.ts'
import type { CalendarDay } from '../../domain/calendar-day.ts'
import type { PersonId, StructureId } from '../../domain/ids.ts'
import type { FacetName, FacetValue } from '../../domain/report/search/facets.ts'
import { facetOf, valueOf } from '../../domain/report/search/report-filter.ts'
import { computeFigures, computeTotals, factsAsked } from '../../domain/statistics/compute-figures.ts'
import { joinBooks, type BookedFact } from '../../domain/statistics/fact-book.ts'
import { isInPeriod, type Period } from '../../domain/statistics/period.ts'
import { timelineOf, type TimeStep } from '../../domain/statistics/timeline.ts'
import { inseeCodeSchema } from '../../domain/territory/commune.ts'
import { structurePosts, type StructurePost } from '../store/structure-documents.ts'
import type { Db } from '../store/tables.ts'
import { communeNames } from '../territory/commune-names.ts'
import type { BookShelf } from './book-shelf.ts'
import type { ScopeBook } from './scope-book.ts'

export interface StructureQuestion {
  readonly person: PersonId
  readonly structure: StructureId
  readonly period: Period
  /** The period that its totals are compared with. */
  readonly before: Period
  readonly step: TimeStep
  /** Of one advisor only. */
  readonly advisor: PersonId | undefined
  readonly today: CalendarDay
}

/** A post with what its advisor did on days inside a contract. */
interface PostBook {
  readonly post: StructurePost
  readonly book: ScopeBook
}

/**
 * A structure's figures, for a member of it: its advisors' activities, for days inside a contract with it, by the
 * functions that count on the advisors' own devices.
 */
export async function readStructureFigures(
  db: Db,
  shelf: BookShelf,
  question: StructureQuestion,
): Promise<Omit<StructureFigures, 'countedAt'>> {
  const { period, before, step, today } = question
  const posts: PostBook[] = []
  for (const post of await structurePosts(db, question))
    posts.push({ post, book: withinContracts(post, await shelf.bookOf(db, post)) })
  const asked = posts.filter(({ post }) => question.advisor === undefined || post.person === question.advisor)
  const book = joinBooks(asked.map((each) => each.book))
  const facts = factsAsked(book, period, { values: [] })
  const figures = computeFigures(book, facts, period)
  const earlier = factsAsked(book, before, { values: [] })
  return {
    period,
    before: { period: before, totals: totalsOf(computeTotals(book, earlier, before)) },
    ...permittedFigures(figures),
    step,
    bars: timelineOf(facts, period, step),
    advisors: posts.map((each) => standingOf(each, period, today)),
    ...(await namesFor(figures.weights.keys(), asked)),
  }
}

/** Somebody is new at their first accompaniment ever, whether or not its day is in a contract: as their advisor reads it. */
function withinContracts(post: StructurePost, book: ScopeBook): ScopeBook {
  return { ...book, facts: book.facts.filter(({ date }) => hasContractOn(post, date)) }
}

function standingOf(
  { post, book: { facts } }: PostBook,
  period: Period,
  today: CalendarDay,
): AdvisorStanding {
  const missions = facts
    .filter(({ date }) => isInPeriod(date, period))
    .flatMap((fact) => codesOf(fact, 'mission'))
  return {
    id: post.person,
    name: post.name,
    isUnderContract: hasContractOn(post, today),
    lastActivity: facts.at(-1)?.date ?? null,
    missions: [...new Set(missions)].sort(),
  }
}

function codesOf({ values }: BookedFact, facet: FacetName): string[] {
  return values.filter((value) => facetOf(value) === facet).map(valueOf)
}

async function namesFor(
  values: Iterable<FacetValue>,
  posts: readonly PostBook[],
): Promise<Pick<StructureFigures, 'places' | 'communes'>> {
  const known = await communeNames()
  const [places, communes]: [[string, string][], [string, string][]] = [[], []]
  for (const value of values) {
    const code = valueOf(value)
    const insee = inseeCodeSchema.safeParse(code)
    const commune = facetOf(value) === 'commune' && insee.success ? known.get(insee.data)?.name : undefined
    if (commune !== undefined) communes.push([code, commune])
    if (facetOf(value) !== 'lieu') continue
    const place = posts.map(({ book }) => book.places.get(code)).find((name) => name !== undefined)
    if (place !== undefined) places.push([code, place])
  }
  return { places: Object.fromEntries(places), communes: Object.fromEntries(communes) }
}
