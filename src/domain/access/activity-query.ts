import { calendarDaySchema } from '../calendar-day.ts'
import {
  noteCodes,
  permittedCodeOf,
  permittedFacetOf,
  permittedFacets,
  type ActivityFilter,
  type PermittedFacet,
  type PermittedValue,
} from './activity-filter.ts'
import { activitySorts, usualSort, type ActivitySort } from './activity-sort.ts'

/** What is asked of a structure's list: which activities, in which order. */
export interface ActivityQuestion {
  readonly filter: ActivityFilter
  readonly sort: ActivitySort
}

/** Values of one question, and characters of one value: more than anybody chooses by hand. */
export const mostValues = 200
export const longestValue = 200

/** One thing that the query of an address says: its name, and which. */
export type QueryPair = readonly [name: string, text: string]

/** A question as the query of an address says it, that can be kept and shared: the same question says the same. */
export function pairsOfActivities({ filter, sort }: ActivityQuestion): QueryPair[] {
  const { from, to, values } = filter
  return [
    ...(from ? [['du', from] as const] : []),
    ...(to ? [['au', to] as const] : []),
    ...values.map((value) => [permittedFacetOf(value), permittedCodeOf(value)] as const),
    ...(sort === usualSort ? [] : [['tri', sort] as const]),
  ]
}

export interface ReadActivityQuery extends ActivityQuestion {
  /** Names in the query that are no filter of a structure's, or hold what none of them can: nothing is asked by them. */
  readonly refused: readonly string[]
}

/** What a query asks. A value that this version doesn't know is kept: it finds what has it. */
export function readActivityQuery(query: Iterable<QueryPair>): ReadActivityQuery {
  const refused: string[] = []
  const values: PermittedValue[] = []
  let [from, to]: [ActivityFilter['from'], ActivityFilter['to']] = [undefined, undefined]
  let sort = usualSort
  for (const [name, text] of query) {
    if (name === 'du' && isDay(text)) from = text
    else if (name === 'au' && isDay(text)) to = text
    else if (name === 'tri' && isSort(text)) sort = text
    else if (isFacet(name) && isCodeOf(name, text) && values.length < mostValues)
      values.push(`${name}:${text}`)
    else refused.push(name)
  }
  return { filter: { from, to, values: [...new Set(values)] }, sort, refused }
}

function isDay(text: string): text is NonNullable<ActivityFilter['from']> {
  return calendarDaySchema.safeParse(text).success
}

function isSort(text: string): text is ActivitySort {
  return activitySorts.some((sort) => sort === text)
}

function isFacet(name: string): name is PermittedFacet {
  return permittedFacets.some((facet) => facet === name)
}

function isCodeOf(facet: PermittedFacet, code: string): boolean {
  if (code === '' || code.length > longestValue || code.includes('\0')) return false
  return facet !== 'note' || noteCodes.some((known) => known === code)
}
