import { absentOn } from '../../domain/absence/absent-on.ts'
import { isQuiet } from '../../domain/absence/quiet-advisors.ts'
import type { StoredAbsence } from '../../domain/absence/stored-absence.ts'
import { isCountedOn, isInTeamOn } from '../../domain/access/counted-days.ts'
import {
  permittedFigures,
  totalsOf,
  type AdvisorStanding,
  type GroupFigures,
} from '../../domain/access/group-figures.ts'
import { hasContractOn } from '../../domain/access/has-contract-on.ts'
import type { CalendarDay } from '../../domain/calendar-day.ts'
import type { PersonId, StructureId, TeamId } from '../../domain/ids.ts'
import type { FacetName, FacetValue } from '../../domain/report/search/facets.ts'
import { facetOf, valueOf } from '../../domain/report/search/report-filter.ts'
import { computeFigures, computeTotals, factsAsked } from '../../domain/statistics/compute-figures.ts'
import { joinBooks, type BookedFact } from '../../domain/statistics/fact-book.ts'
import { isInPeriod, type Period } from '../../domain/statistics/period.ts'
import { timelineOf, type TimeStep } from '../../domain/statistics/timeline.ts'
import { inseeCodeSchema } from '../../domain/territory/commune.ts'
import { absencesOfScopes } from '../store/absences.ts'
import { structurePosts, teamPosts, type GroupPost } from '../store/group-posts.ts'
import type { Db } from '../store/tables.ts'
import { communeNames } from '../territory/commune-names.ts'
import type { BookShelf, PostWithBook } from './book-shelf.ts'
import type { ScopeBook } from './scope-book.ts'

/** What is asked of figures, whoever they are of. */
export interface FiguresAsked {
  readonly period: Period
  /** The period that its totals are compared with. */
  readonly before: Period
  readonly step: TimeStep
  /** Of one advisor only. */
  readonly advisor: PersonId | undefined
  readonly today: CalendarDay
}

type CountedFigures = Omit<GroupFigures, 'countedAt'>

/** A structure's figures, for a member of it: its advisors' activities, for days inside a contract with it. */
export async function readStructureFigures(
  db: Db,
  shelf: BookShelf,
  question: FiguresAsked & { readonly person: PersonId; readonly structure: StructureId },
): Promise<CountedFigures> {
  return readFigures(db, shelf, await structurePosts(db, question), question)
}

/**
 * A team's figures, for who coordinates it: its advisors' activities, for days from joining to leaving it, inside a
 * contract as well. Those of every post that is in the team, whatever its structure.
 */
export async function readTeamFigures(
  db: Db,
  shelf: BookShelf,
  question: FiguresAsked & { readonly person: PersonId; readonly team: TeamId },
): Promise<CountedFigures> {
  return readFigures(db, shelf, await teamPosts(db, question), question)
}

/** A post with what its advisor did on the days that are counted, and when they were away from it. */
interface PostBook extends PostWithBook {
  readonly absences: readonly StoredAbsence[]
}

/** Counted by the functions that count on the advisors' own devices. */
async function readFigures(
  db: Db,
  shelf: BookShelf,
  all: readonly GroupPost[],
  { period, before, step, advisor, today }: FiguresAsked,
): Promise<CountedFigures> {
  const absences = await absencesOfScopes(
    db,
    all.map(({ scope }) => scope),
  )
  const posts = (await shelf.booksOf(db, all)).map(({ post, book }) => ({
    post,
    book: onCountedDays(post, book),
    absences: absences.get(post.scope) ?? [],
  }))
  const asked = posts.filter(({ post }) => advisor === undefined || post.person === advisor)
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
    advisors: byAdvisor(posts).map((own) => standingOf(own, period, today)),
    ...(await namesFor(figures.weights.keys(), asked)),
  }
}

/** Somebody is new at their first accompaniment ever, whether or not its day is counted: as their advisor reads it. */
export function onCountedDays(post: GroupPost, book: ScopeBook): ScopeBook {
  return { ...book, facts: book.facts.filter(({ date }) => isCountedOn(post, date)) }
}

type OwnPosts = readonly [PostBook, ...PostBook[]]

/** Each advisor's posts, in the order of the first: somebody who holds two is one person. */
function byAdvisor(posts: readonly PostBook[]): OwnPosts[] {
  const own = new Map<PersonId, OwnPosts>()
  for (const each of posts) {
    const known = own.get(each.post.person)
    own.set(each.post.person, known ? [...known, each] : [each])
  }
  return [...own.values()]
}

function standingOf(own: OwnPosts, period: Period, today: CalendarDay): AdvisorStanding {
  const { person, name, stays } = own[0].post
  const facts = own.flatMap(({ book }) => book.facts)
  const missions = facts
    .filter(({ date }) => isInPeriod(date, period))
    .flatMap((fact) => codesOf(fact, 'mission'))
  const lastDays = own.flatMap(({ book }) => book.facts.at(-1)?.date ?? []).sort()
  const lastActivity = lastDays.at(-1) ?? null
  return {
    id: person,
    name,
    isUnderContract: own.some(({ post }) => hasContractOn(post, today)),
    ...(stays && { isInTeam: own.some(({ post }) => isInTeamOn(post.stays ?? [], today)) }),
    lastActivity,
    ...presenceOf(own, lastActivity, today),
    missions: [...new Set(missions)].sort(),
    ...(stays === null && { counted: countedOf(own, period) }),
  }
}

/** Whether they are away today, and quiet without being so. Who coordinates a team isn't told why (domain.md). */
function presenceOf(
  own: OwnPosts,
  lastActivity: CalendarDay | null,
  today: CalendarDay,
): Pick<AdvisorStanding, 'isAway' | 'awayFor' | 'isQuiet'> {
  const posts = own.map(({ post, absences }) => ({ ...post, absences }))
  const [away] = posts
    .filter((post) => isCountedOn(post, today))
    .flatMap(({ absences }) => absences.filter((absence) => absentOn([absence], today) > 0))
  const isStructure = own[0].post.stays === null
  return {
    isAway: away !== undefined,
    ...(isStructure && { awayFor: away?.kind ?? null }),
    isQuiet: isQuiet(posts, lastActivity, today),
  }
}

/** Counted as the group's own totals are: of one advisor, they are those that the group's page shows of them. */
function countedOf(own: OwnPosts, period: Period): AdvisorStanding['counted'] {
  const book = joinBooks(own.map((each) => each.book))
  const { activities, accompaniments, minutes } = computeTotals(
    book,
    factsAsked(book, period, { values: [] }),
    period,
  )
  return { activities, accompaniments, minutes: minutes.total }
}

function codesOf({ values }: BookedFact, facet: FacetName): string[] {
  return values.filter((value) => facetOf(value) === facet).map(valueOf)
}

async function namesFor(
  values: Iterable<FacetValue>,
  posts: readonly PostBook[],
): Promise<Pick<GroupFigures, 'places' | 'communes'>> {
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
