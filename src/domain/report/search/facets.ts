import { isAccompaniment, minutesOfReport, namedIn, placeOfReport } from '../accompaniments.ts'
import type { Report } from '../report.ts'

/** What reports can be filtered by, besides their day and their words. Names stand in addresses, hence in French. */
export const facetNames = [
  'type',
  'theme',
  'demarche',
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
] as const
export type FacetName = (typeof facetNames)[number]

/** One value of one facet, as `theme:email`. */
export type FacetValue = `${FacetName}:${string}`

/** Duration ranges (domain.md, "What is counted"), by their least minutes. */
export const durationRanges = ['0', '30', '60', '120'] as const

/** All that a report can be found by, of every facet. Codes may be of a newer version. */
export function facetsOf(report: Report): FacetValue[] {
  const minutes = minutesOfReport(report)
  return [
    `type:${report.kind}`,
    ...(minutes > 0 ? valuesOf('duree', [durationRangeOf(minutes)]) : []),
    ...placeFacets(report),
    ...valuesOf('personne', namedIn(report)),
    ...valuesOf('etiquette', [...(report.tags ?? []), ...(report.structureTags ?? [])]),
    ...kindFacets(report),
  ]
}

export function durationRangeOf(minutes: number): (typeof durationRanges)[number] {
  return durationRanges.findLast((least) => minutes >= Number(least)) ?? '0'
}

function placeFacets(report: Report): FacetValue[] {
  const place = placeOfReport(report)
  if (!place) return []
  if (place.kind === 'lieu_activite') return [`lieu:${place.lieuId}`]
  const where: FacetValue = `lieu:${place.kind}`
  return place.kind === 'a_distance' ? [where] : [where, `commune:${place.commune}`]
}

function kindFacets(report: Report): FacetValue[] {
  if (report.kind === 'hors_accompagnement') return [`temps:${report.activity}`]
  if (!isAccompaniment(report)) return []
  const common = [
    ...valuesOf('theme', report.themes),
    ...valuesOf('demarche', report.administrativeThemes ?? []),
    ...valuesOf('materiel', report.equipment ?? []),
  ]
  if (report.kind === 'collectif') return [...common, ...valuesOf('niveau', someOf(report.level))]
  return [
    ...common,
    ...valuesOf('autonomie', someOf(report.autonomy)),
    ...valuesOf('orientation', someOf(report.orientation)),
    ...valuesOf('besoin', report.unmetNeeds ?? []),
  ]
}

function someOf(value: string | undefined): string[] {
  return value === undefined ? [] : [value]
}

function valuesOf(name: FacetName, values: readonly string[]): FacetValue[] {
  return values.map((value): FacetValue => `${name}:${value}`)
}
