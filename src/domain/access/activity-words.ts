import type { FacetName } from '../report/search/facets.ts'
import { facetLabels, facetSentence, facetWords, type FacetNames } from '../report/search/facet-words.ts'
import {
  permittedCodeOf,
  permittedFacetOf,
  type ActivityFilter,
  type PermittedFacet,
  type PermittedValue,
} from './activity-filter.ts'

/** Names of what a filter only holds the ids and codes of. */
export interface ActivityNames {
  /** Of advisors, by id. */
  readonly advisors: Pick<ReadonlyMap<string, string>, 'get'>
  /** By INSEE code. */
  readonly communes: Pick<ReadonlyMap<string, string>, 'get'>
}

/** Facets that an advisor's own list has too, by the same name and in the same words. */
type SharedFacet = Exclude<PermittedFacet, 'conseiller' | 'endroit' | 'note'>

const sharedLabels: Readonly<Record<FacetName, string>> = facetLabels

export const permittedFacetLabels: Readonly<Record<PermittedFacet, string>> = {
  ...sharedLabels,
  conseiller: 'Conseillers et conseillères',
  lieu: 'Type de lieu',
  endroit: 'Lieux d’activité',
  etiquette: 'Étiquettes de la structure',
  note: 'Note partagée',
}

/** Facets as one looks for them: under what they are about. */
export const permittedFacetGroups: readonly { title: string; facets: readonly PermittedFacet[] }[] = [
  { title: 'Qui', facets: ['conseiller'] },
  {
    title: 'L’activité',
    facets: [
      'type',
      'theme',
      'demarche',
      'mission',
      'duree',
      'materiel',
      'niveau',
      'participants',
      'temps',
      'evenement',
      'organisateur',
      'echelle',
    ],
  },
  { title: 'Où', facets: ['lieu', 'endroit', 'commune'] },
  { title: 'Ce qui a suivi', facets: ['autonomie', 'orientee', 'orientation', 'besoin'] },
  { title: 'Le compte rendu', facets: ['etiquette', 'note', 'delai'] },
]

/** What a value of a facet is called, under the facet's own name. A code of a newer version is said to be unknown. */
export function activityValueWords(value: PermittedValue, names: ActivityNames): string {
  return wordsOf(value, names, facetWords)
}

/** The same standing alone: « Orientée : non ». */
export function activityValueSentence(value: PermittedValue, names: ActivityNames): string {
  return wordsOf(value, names, facetSentence)
}

/** The days that a filter asks for: « Du 01/10/2026 au 31/10/2026 ». */
export function daysInWords({ from, to }: Pick<ActivityFilter, 'from' | 'to'>): string {
  const inFigures = (day: string) => day.split('-').reverse().join('/')
  if (from && to) return `Du\u00A0${inFigures(from)} au\u00A0${inFigures(to)}`
  if (from) return `Depuis le ${inFigures(from)}`
  return to ? `Jusqu’au ${inFigures(to)}` : 'Tous les jours'
}

function wordsOf(value: PermittedValue, names: ActivityNames, shared: typeof facetWords): string {
  const [facet, code] = [permittedFacetOf(value), permittedCodeOf(value)]
  switch (facet) {
    case 'conseiller':
      return names.advisors.get(code) ?? 'Personne inconnue de cet appareil'
    case 'endroit':
      return code
    case 'note':
      return code === 'partagee' ? 'Note partagée' : 'Sans note partagée'
    case 'type':
    case 'theme':
    case 'demarche':
    case 'mission':
    case 'lieu':
    case 'commune':
    case 'duree':
    case 'materiel':
    case 'niveau':
    case 'participants':
    case 'autonomie':
    case 'orientee':
    case 'orientation':
    case 'besoin':
    case 'temps':
    case 'evenement':
    case 'organisateur':
    case 'echelle':
    case 'etiquette':
    case 'delai':
      return shared(sharedValue(facet, code), namesOf(names))
  }
}

function sharedValue(facet: SharedFacet, code: string): `${SharedFacet}:${string}` {
  return `${facet}:${code}`
}

/** Places of the structure's advisors are filtered by their names, and nobody is named. */
function namesOf({ communes }: ActivityNames): FacetNames {
  return { places: new Map(), people: new Map(), communes }
}
