import { activityFacets } from '../../domain/access/figures-on-the-wire.ts'
import type { CalendarDay } from '../../domain/calendar-day.ts'
import type { DocumentId } from '../../domain/ids.ts'
import type { ReportKind } from '../../domain/report/kinds.ts'
import type { FacetName, FacetValue } from '../../domain/report/search/facets.ts'
import { facetOf, valueOf } from '../../domain/report/search/report-filter.ts'
import { traitNames, type Margin } from '../../domain/report/search/trait-facets.ts'
import { accompanimentsOfFact } from '../../domain/statistics/fact.ts'
import type { BookedFact, BookedPerson, FactBook } from '../../domain/statistics/fact-book.ts'
import { departmentOf, type DepartmentCode } from '../../domain/territory/departments.ts'

/** Facets that figures over many are broken down by and filtered by: none names a person, a place or a tag. */
export const copiedFacets = [
  ...activityFacets,
  'commune',
  ...traitNames,
] as const satisfies readonly FacetName[]
export type CopiedFacet = (typeof copiedFacets)[number]
export type CopiedValue = FacetValue & `${CopiedFacet}:${string}`

/**
 * Facets that are read together: how an activity went, how well, what it was about, with what, and what came of it. An
 * activity's values of all of them are one combination, so that breaking down by three facets is grouping by one number;
 * of no more than three, since what is counted of a few hundred combinations stays where the processor finds it at once.
 * Together they hold every facet that activities are broken down by, each once; communes are too many to be combined.
 */
export const profiles = {
  conduct: ['type', 'duree', 'lieu'],
  progress: ['autonomie', 'niveau', 'delai'],
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
  /** Where it counts; undefined where that is nowhere. */
  readonly department: DepartmentCode | undefined
  readonly kind: ReportKind
  readonly minutes: number
  readonly delay: number | undefined
  readonly accompaniments: number
  readonly anonymous: number
  readonly alreadyAccompanied: number
  readonly eventParticipants: number
  /** Of each of `copiedFacets`, to filter by. */
  readonly combinations: readonly Combination[]
  /** Of each of `profileNames`, to break down by. */
  readonly profiles: readonly Combination[]
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
  /** Of each of `traitNames`. */
  readonly traits: readonly Combination[]
}

/** What the copy keeps of a scope, by the id of each activity. */
export function copiedActivities(book: FactBook): Map<DocumentId, CopiedActivity> {
  const seen = new Map<string, CalendarDay>()
  return new Map(book.facts.map((fact) => [fact.id, copied(fact, book, seen)]))
}

function copied(fact: BookedFact, { firsts }: FactBook, seen: Map<string, CalendarDay>): CopiedActivity {
  const { id, date: day, kind, minutes, delay, anonymous, alreadyAccompanied, eventParticipants } = fact
  const values = byFacet(fact.values)
  const meetings = fact.people.map((person) => {
    const before = seen.get(person.key)
    seen.set(person.key, day)
    return meetingOf(person, before, firsts.get(person.key)?.date ?? day)
  })
  return {
    id,
    day,
    department: departmentIn(values),
    kind,
    minutes,
    delay,
    accompaniments: accompanimentsOfFact(fact),
    anonymous,
    alreadyAccompanied,
    eventParticipants,
    combinations: copiedFacets.map((facet) => joined(values.get(facet))),
    profiles: profileNames.map((name) => combinationOf(profiles[name], values)),
    meetings,
    margins: fact.margins,
  }
}

/** It counts in one commune at most. */
function departmentIn(values: Sorted): DepartmentCode | undefined {
  const [commune] = values.get('commune') ?? []
  return commune && departmentOf(valueOf(commune))
}

function meetingOf(person: BookedPerson, before: CalendarDay | undefined, first: CalendarDay): CopiedMeeting {
  const { key, isErased, traits } = person
  const values = byFacet(traits)
  return {
    person: personIn(key),
    isErased,
    before,
    first,
    traits: traitNames.map((name) => joined(values.get(name))),
  }
}

/** Within a scope the person's own id says who it is. */
function personIn(key: string): string {
  return key.slice(key.indexOf(' ') + 1)
}

type Sorted = ReadonlyMap<FacetName, readonly FacetValue[]>

/** The values of each facet that there are any of, in their order. */
function byFacet(values: readonly FacetValue[]): Sorted {
  const sorted = new Map<FacetName, FacetValue[]>()
  for (const value of values) {
    if (namesPlace(value)) continue
    const facet = facetOf(value)
    const others = sorted.get(facet)
    if (others) others.push(value)
    else sorted.set(facet, [value])
  }
  for (const several of sorted.values()) if (several.length > 1) several.sort()
  return sorted
}

function combinationOf(facets: readonly FacetName[], values: Sorted): Combination {
  const found: FacetValue[] = []
  for (const facet of facets) {
    const some = values.get(facet)
    if (some) found.push(...some)
  }
  return joined(found)
}

function joined(values: readonly FacetValue[] | undefined): Combination {
  return values?.join(between) ?? ''
}

/** The values of a combination. */
export function valuesOf(combination: Combination): FacetValue[] {
  // It was joined of such values.
  return combination === '' ? [] : (combination.split(between) as FacetValue[])
}

/** A place of activity, by its id: it is its advisor's own. */
function namesPlace(value: FacetValue): boolean {
  return placeById.test(value)
}

const placeById = /^lieu:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
