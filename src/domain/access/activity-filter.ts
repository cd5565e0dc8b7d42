import { daysBetween, type CalendarDay } from '../calendar-day.ts'
import { delayRanges, durationRangeOf, missionsOf } from '../report/search/facets.ts'
import { groupSizes } from '../report/search/own-facets.ts'
import type { PermittedActivity } from './permitted-activity.ts'

/**
 * What a host structure may filter its advisors' activities by: columns of `permitted-activity.ts`, and no other, so
 * that no filter tells of a private note, of a beneficiary or of a personal tag. Names stand in addresses, hence in
 * French; those that an advisor's own list has too are the same there (`report/search/facets.ts`).
 */
export const permittedFacets = [
  'conseiller',
  'type',
  'theme',
  'demarche',
  'mission',
  'lieu',
  'endroit',
  'commune',
  'duree',
  'materiel',
  'niveau',
  'participants',
  'autonomie',
  'orientee',
  'orientation',
  'besoin',
  'temps',
  'evenement',
  'organisateur',
  'echelle',
  'etiquette',
  'note',
  'delai',
] as const
export type PermittedFacet = (typeof permittedFacets)[number]

/** One value of one facet, as `theme:email`. Codes may be of a newer version. */
export type PermittedValue = `${PermittedFacet}:${string}`

/** What is looked for: every part must hold; of one facet, any of its values will do. */
export interface ActivityFilter {
  readonly from: CalendarDay | undefined
  readonly to: CalendarDay | undefined
  readonly values: readonly PermittedValue[]
}

export const noActivityFilter: ActivityFilter = { from: undefined, to: undefined, values: [] }

export function isNoFilter({ from, to, values }: ActivityFilter): boolean {
  return from === undefined && to === undefined && values.length === 0
}

/** All that may be asked of a note: whether one is shared. A private one is as none. */
export const noteCodes = ['partagee', 'sans'] as const

export function permittedFacetOf(value: PermittedValue): PermittedFacet {
  // The type says what stands before the colon.
  return value.slice(0, value.indexOf(':')) as PermittedFacet
}

export function permittedCodeOf(value: PermittedValue): string {
  return value.slice(value.indexOf(':') + 1)
}

/** Codes chosen of each facet of which some are. */
export function codesByFacet({ values }: ActivityFilter): ReadonlyMap<PermittedFacet, readonly string[]> {
  const chosen = new Map<PermittedFacet, string[]>()
  for (const value of values) {
    const facet = permittedFacetOf(value)
    chosen.set(facet, [...(chosen.get(facet) ?? []), permittedCodeOf(value)])
  }
  return chosen
}

/** All that an activity can be found by: what the database's filters (`structure-activity-filter.ts`) are held equal to. */
export function facetsOfActivity(activity: PermittedActivity): PermittedValue[] {
  const { oriented, orientation, date, filedOn, minutes, participants } = activity
  return [
    ...valuesOf('conseiller', activity.advisorId),
    ...valuesOf('type', activity.kind),
    ...valuesOf('theme', ...activity.themes),
    ...valuesOf('demarche', ...activity.administrativeThemes),
    ...valuesOf('mission', ...missionsOf(activity.themes)),
    ...valuesOf('lieu', activity.placeKind === '' ? null : activity.placeKind),
    ...valuesOf('endroit', activity.placeName),
    ...valuesOf('commune', activity.commune),
    ...valuesOf('duree', minutes > 0 ? durationRangeOf(minutes) : null),
    ...valuesOf('materiel', ...activity.equipment),
    ...valuesOf('niveau', activity.level),
    ...valuesOf('participants', participants === null ? null : rangeOf(groupSizes, participants)),
    ...valuesOf('autonomie', activity.autonomy),
    ...valuesOf('orientee', oriented === null ? null : oriented ? 'oui' : 'non'),
    ...valuesOf('orientation', orientation ?? (oriented === true ? 'sans_precision' : null)),
    ...valuesOf('besoin', ...activity.unmetNeeds),
    ...valuesOf('temps', activity.activity),
    ...valuesOf('evenement', activity.kind === 'evenement' ? activity.eventType : null),
    ...valuesOf('organisateur', ...activity.organisers),
    ...valuesOf('echelle', activity.scale),
    ...valuesOf('etiquette', ...activity.structureTags),
    ...valuesOf('note', activity.sharedNote === null ? 'sans' : 'partagee'),
    ...valuesOf(
      'delai',
      filedOn === null ? null : rangeOf(delayRanges, Math.max(0, daysBetween(date, filedOn))),
    ),
  ]
}

/** What a filter is compared with. */
export interface FilteredActivity {
  readonly date: CalendarDay
  readonly values: readonly PermittedValue[]
}

/** The rule of a filter, made ready once for many activities. */
export function activityMatcher(filter: ActivityFilter): (activity: FilteredActivity) => boolean {
  const { from, to } = filter
  const groups = [...codesByFacet(filter)].map(
    ([facet, codes]) => new Set(codes.map((code): PermittedValue => `${facet}:${code}`)),
  )
  return ({ date, values }) =>
    (from === undefined || date >= from) &&
    (to === undefined || date <= to) &&
    groups.every((group) => values.some((value) => group.has(value)))
}

/**
 * How many activities have each value of each facet, among those that the rest of a filter finds: what choosing it
 * would add, where others of its facet are chosen already.
 */
export function countActivityValues(
  activities: readonly FilteredActivity[],
  filter: ActivityFilter,
): ReadonlyMap<PermittedValue, number> {
  const counts = new Map<PermittedValue, number>()
  const matchers = new Map(
    permittedFacets.map((facet) => [
      facet,
      activityMatcher({
        ...filter,
        values: filter.values.filter((value) => permittedFacetOf(value) !== facet),
      }),
    ]),
  )
  const chosen = codesByFacet(filter)
  const all = activityMatcher(filter)
  for (const activity of activities) {
    const matches = all(activity)
    for (const value of activity.values) {
      const facet = permittedFacetOf(value)
      const isFound = chosen.has(facet) ? matchers.get(facet)?.(activity) : matches
      if (isFound) counts.set(value, (counts.get(value) ?? 0) + 1)
    }
  }
  return counts
}

function rangeOf(ranges: readonly string[], amount: number): string | null {
  return ranges.findLast((least) => amount >= Number(least)) ?? null
}

function valuesOf(facet: PermittedFacet, ...codes: readonly (string | null)[]): PermittedValue[] {
  return codes.flatMap((code): PermittedValue[] => (code === null ? [] : [`${facet}:${code}`]))
}
