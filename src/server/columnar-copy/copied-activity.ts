import { activityFacets } from '../../domain/access/figures-on-the-wire.ts'
import type { CalendarDay } from '../../domain/calendar-day.ts'
import { documentIdSchema, type DocumentId } from '../../domain/ids.ts'
import type { ReportKind } from '../../domain/report/kinds.ts'
import type { FacetName, FacetValue } from '../../domain/report/search/facets.ts'
import { facetOf } from '../../domain/report/search/report-filter.ts'
import { traitNames, type Margin, type TraitName } from '../../domain/report/search/trait-facets.ts'
import { accompanimentsOfFact } from '../../domain/statistics/fact.ts'
import type { BookedFact, BookedPerson, FactBook } from '../../domain/statistics/fact-book.ts'

/** Facets that figures over many are broken down by and filtered by: none names a person, a place or a tag. */
export const copiedFacets = [
  ...activityFacets,
  'commune',
  ...traitNames,
] as const satisfies readonly FacetName[]
export type CopiedFacet = (typeof copiedFacets)[number]

/**
 * Facets that are read together: how an activity went, what it was about, with what, and what came of it. An activity's
 * values of all of them are one combination, so that breaking down by six facets is grouping by one number. Together
 * they hold every facet that activities are broken down by, each once; communes are too many to be combined.
 */
export const profiles = {
  conduct: ['type', 'duree', 'lieu', 'autonomie', 'niveau', 'delai'],
  subject: ['theme', 'mission'],
  means: ['demarche', 'materiel'],
  outcome: ['orientation', 'besoin', 'temps', 'evenement', 'organisateur', 'echelle'],
} as const satisfies Record<string, readonly CopiedFacet[]>
export type ProfileName = keyof typeof profiles

// The keys of the object above.
export const profileNames = Object.keys(profiles) as ProfileName[]

/** All the values that something has of one facet, in their order, as one text; empty where it has none. */
export type Combination = string

/** No code holds the end of a line. */
const between = '\n'

/** An activity as the copy keeps it: all that is counted of it, and nothing to read. */
export interface CopiedActivity {
  readonly id: DocumentId
  readonly day: CalendarDay
  readonly kind: ReportKind
  readonly minutes: number
  readonly delay: number | undefined
  readonly accompaniments: number
  readonly anonymous: number
  readonly alreadyAccompanied: number
  readonly eventParticipants: number
  /** Of each facet, to filter by. */
  readonly combinations: Readonly<Record<CopiedFacet, Combination>>
  /** Of each profile, to break down by. */
  readonly profiles: Readonly<Record<ProfileName, Combination>>
  readonly meetings: readonly CopiedMeeting[]
  readonly margins: readonly Margin[]
}

/**
 * A person whom an activity names. By the day they were seen before, distinct and new people of a period are counted
 * without looking at anything else: the distinct ones are those who weren't seen before within it.
 */
export interface CopiedMeeting {
  /** One for each person of a scope, whatever they were called in reports. */
  readonly person: string
  readonly isErased: boolean
  /** The day on which they were seen before, in the scope. */
  readonly before: CalendarDay | undefined
  /** Their first day ever, in the scope. */
  readonly first: CalendarDay
  readonly traits: Readonly<Record<TraitName, Combination>>
}

/** What the copy keeps of a scope, by the id of each activity. */
export function copiedActivities(book: FactBook): Map<DocumentId, CopiedActivity> {
  const seen = new Map<string, CalendarDay>()
  return new Map(book.facts.map((fact) => [fact.id, copied(fact, book, seen)]))
}

function copied(fact: BookedFact, { firsts }: FactBook, seen: Map<string, CalendarDay>): CopiedActivity {
  const { id, date: day, kind, minutes, delay, anonymous, alreadyAccompanied, eventParticipants } = fact
  const meetings = fact.people.map((person) => {
    const before = seen.get(person.key)
    seen.set(person.key, day)
    return meetingOf(person, before, firsts.get(person.key)?.date ?? day)
  })
  return {
    id,
    day,
    kind,
    minutes,
    delay,
    accompaniments: accompanimentsOfFact(fact),
    anonymous,
    alreadyAccompanied,
    eventParticipants,
    combinations: combinationsOf(copiedFacets, fact.values),
    profiles: profilesOf(fact.values),
    meetings,
    margins: fact.margins,
  }
}

function meetingOf(person: BookedPerson, before: CalendarDay | undefined, first: CalendarDay): CopiedMeeting {
  const { key, isErased, traits } = person
  return { person: personIn(key), isErased, before, first, traits: combinationsOf(traitNames, traits) }
}

/** Within a scope the person's own id says who it is. */
function personIn(key: string): string {
  return key.slice(key.indexOf(' ') + 1)
}

function combinationsOf<F extends FacetName>(
  facets: readonly F[],
  values: readonly FacetValue[],
): Record<F, Combination> {
  // Every facet of the list has an entry.
  return Object.fromEntries(facets.map((facet) => [facet, combinationOf([facet], values)])) as Record<
    F,
    Combination
  >
}

function profilesOf(values: readonly FacetValue[]): Record<ProfileName, Combination> {
  const of = (name: ProfileName) => [name, combinationOf(profiles[name], values)]
  // Every profile has an entry.
  return Object.fromEntries(profileNames.map(of)) as Record<ProfileName, Combination>
}

function combinationOf(facets: readonly FacetName[], values: readonly FacetValue[]): Combination {
  return values
    .filter((value) => facets.includes(facetOf(value)) && !namesPlace(value))
    .sort()
    .join(between)
}

/** The values of a combination. */
export function valuesOf(combination: Combination): FacetValue[] {
  // It was joined of such values.
  return combination === '' ? [] : (combination.split(between) as FacetValue[])
}

/** A place of activity, by its id: it is its advisor's own. */
function namesPlace(value: FacetValue): boolean {
  return facetOf(value) === 'lieu' && documentIdSchema.safeParse(value.slice('lieu:'.length)).success
}
