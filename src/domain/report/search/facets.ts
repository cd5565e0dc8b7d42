import type { ResolvePerson } from '../../beneficiary/resolve-people.ts'
import { daysBetween } from '../../calendar-day.ts'
import { isAccompaniment, minutesOfReport, namedIn, placeOfReport } from '../accompaniments.ts'
import { missionOfTheme, type Mission } from '../missions.ts'
import type { Report } from '../report.ts'
import { ownFacets } from './own-facets.ts'
import { traitsIn } from './trait-facets.ts'

/** What reports can be filtered by, besides their day and their words. Names stand in addresses, hence in French. */
export const facetNames = [
  'type',
  'theme',
  'demarche',
  'mission',
  'lieu',
  'commune',
  'duree',
  'personne',
  'etiquette',
  'materiel',
  'autonomie',
  'niveau',
  'orientation',
  'besoin',
  'temps',
  'sexe',
  'age',
  'statut',
  'residence',
  'delai',
  'participants',
  'evenement',
  'animation',
  'sujet',
  'origine',
  'avec',
  'nature',
  'organisateur',
  'partenaire',
  'echelle',
  'qui',
  'deja',
  'orientee',
  'note',
  'import',
  'etat',
  'structure',
] as const
export type FacetName = (typeof facetNames)[number]

/** One value of one facet, as `theme:email`. */
export type FacetValue = `${FacetName}:${string}`

/** Duration ranges (domain.md, "What is counted"), by their least minutes. */
export const durationRanges = ['0', '30', '60', '120'] as const

/** Ranges of the filing delay, by their least days. */
export const delayRanges = ['0', '1', '2', '8', '31'] as const

/**
 * All that a report can be found by, of every facet, as far as the report says it itself: the commune of an activity
 * place or of a structure is added by whoever knows it (`withCommune`), and so are the state of sending and the
 * structure. Codes may be of a newer version. People are who they are once merges are followed; whoever was erased is nobody to filter by.
 */
export function facetsOf(report: Report, resolvePerson: ResolvePerson = (id) => id): FacetValue[] {
  const minutes = minutesOfReport(report)
  const people = new Set(namedIn(report).flatMap((id) => resolvePerson(id) ?? []))
  return [
    `type:${report.kind}`,
    ...(minutes > 0 ? valuesOf('duree', [durationRangeOf(minutes)]) : []),
    ...placeFacets(report),
    ...valuesOf('personne', [...people]),
    ...valuesOf('etiquette', [...(report.tags ?? []), ...(report.structureTags ?? [])]),
    ...kindFacets(report),
    ...traitsIn(report),
    ...valuesOf('delai', someOf(delayRangeOf(report))),
    ...ownFacets(report),
  ]
}

/** Days between an activity and its filing; none for what came from a file, which says nothing of its filing. */
export function filingDelayOf({ date, filedOn, imported }: Report): number | undefined {
  return imported ? undefined : Math.max(0, daysBetween(date, filedOn))
}

function delayRangeOf(report: Report): string | undefined {
  const days = filingDelayOf(report)
  return days === undefined || Number.isNaN(days)
    ? undefined
    : delayRanges.findLast((least) => days >= Number(least))
}

export function durationRangeOf(minutes: number): (typeof durationRanges)[number] {
  return durationRanges.findLast((least) => minutes >= Number(least)) ?? '0'
}

function placeFacets(report: Report): FacetValue[] {
  const place = placeOfReport(report)
  if (!place) return []
  if (place.kind === 'lieu_activite') return ['lieu:lieu_activite', `lieu:${place.lieuId}`]
  const where: FacetValue = `lieu:${place.kind}`
  return place.kind === 'a_distance' ? [where] : [where, `commune:${place.commune}`]
}

function kindFacets(report: Report): FacetValue[] {
  if (report.kind === 'hors_accompagnement') return [`temps:${report.activity}`]
  if (!isAccompaniment(report)) return []
  const common = [
    ...valuesOf('theme', report.themes),
    ...valuesOf('mission', missionsOf(report.themes)),
    ...valuesOf('demarche', report.administrativeThemes ?? []),
    ...valuesOf('materiel', report.equipment ?? []),
  ]
  if (report.kind === 'collectif') return [...common, ...valuesOf('niveau', someOf(report.level))]
  return [
    ...common,
    ...valuesOf('autonomie', someOf(report.autonomy)),
    ...valuesOf(
      'orientation',
      someOf(report.orientation ?? (report.oriented ? 'sans_precision' : undefined)),
    ),
    ...valuesOf('besoin', report.unmetNeeds ?? []),
  ]
}

/** The missions that themes belong to, each once; a theme of a newer version belongs to none that is known. */
export function missionsOf(themes: readonly string[]): string[] {
  const known: Readonly<Record<string, Mission>> = missionOfTheme
  const missions = themes.flatMap((theme) => (Object.hasOwn(known, theme) ? String(known[theme]) : []))
  return [...new Set(missions)]
}

function someOf(value: string | undefined): string[] {
  return value === undefined ? [] : [value]
}

function valuesOf(name: FacetName, values: readonly string[]): FacetValue[] {
  return values.map((value): FacetValue => `${name}:${value}`)
}
