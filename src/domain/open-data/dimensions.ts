import type { FacetName } from '../report/search/facets.ts'
import { facetLabels, valueLabels } from '../report/search/facet-words.ts'

/**
 * What accompaniments are broken down by in open data: what an activity is, never who was met. What another table bounds
 * is left out, since a hidden count would be found in that one: missions and administrative procedures by themes, and
 * the kind of activity by the number of activities, of which individual accompaniments are never more.
 */
export const dimensions = ['theme', 'lieu', 'duree', 'materiel'] as const satisfies readonly FacetName[]
export type Dimension = (typeof dimensions)[number]

/**
 * How the values of a dimension add up: `once` where each accompaniment has one, those of which nothing is known
 * counted apart; `often` where each has one at least; `freely` where it may have none.
 */
export const additions: Readonly<Record<Dimension, 'once' | 'often' | 'freely'>> = {
  theme: 'often',
  lieu: 'once',
  duree: 'once',
  materiel: 'freely',
}

/** Accompaniments of which a dimension isn't known. */
export const unknownValue = 'non_renseigne'

export function dimensionLabel(dimension: Dimension): string {
  return facetLabels[dimension]
}

/** Values of a dimension with their French names. A newer version of the nomenclature may have more. */
export function labelsOf(dimension: Dimension): readonly (readonly [value: string, label: string])[] {
  const labels = Object.entries(valueLabels(dimension))
  return additions[dimension] === 'once' ? [...labels, [unknownValue, 'Non renseigné']] : labels
}
