import { levelLabels } from '../../../domain/report/activity-nomenclature.ts'
import { ageRangeLabels, autonomyLabels, placeKindLabels } from '../../../domain/report/nomenclature.ts'
import { delayRanges, durationRanges, type FacetName } from '../../../domain/report/search/facets.ts'
import type { TraitName } from '../../../domain/report/search/trait-facets.ts'

export type Unit = 'accompaniments' | 'activities' | 'minutes' | 'people'

/** A breakdown: of what, in which unit, as a share of what. */
export interface BlockDefinition {
  readonly name: string
  readonly title: string
  /** How it is counted, in a sentence. */
  readonly rule: string
  readonly facet: FacetName
  readonly unit: Unit
  /** Codes in their own order; the most frequent first where there is none. */
  readonly order?: readonly string[]
  /** Codes of the facet that belong to it; all unless said. */
  readonly has?: (code: string) => boolean
  /** The kind whose activities the shares are of; all that is counted in the unit unless said. */
  readonly kind?: 'individuel' | 'collectif'
}

const byAccompaniment = 'En accompagnements.'
const several =
  'En accompagnements\u00A0; plusieurs réponses sont possibles, le total peut dépasser 100\u00A0%.'
const byIndividual = 'En accompagnements individuels.'
const byPerson = 'En bénéficiaires, tels qu’ils étaient à leur première activité de la période.'

const isPlaceKind = (code: string) => Object.hasOwn(placeKindLabels, code)

function ofPeople(facet: TraitName, title: string, order?: readonly string[]): BlockDefinition {
  return { name: facet, title, rule: byPerson, facet, unit: 'people', ...(order ? { order } : {}) }
}

/** Every breakdown, in the order in which they are read. */
export const blockDefinitions: readonly BlockDefinition[] = [
  { name: 'thematiques', title: 'Thématiques', rule: several, facet: 'theme', unit: 'accompaniments' },
  {
    name: 'demarches',
    title: 'Démarches administratives',
    rule: several,
    facet: 'demarche',
    unit: 'accompaniments',
  },
  {
    name: 'missions',
    title: 'Les trois missions',
    rule: several,
    facet: 'mission',
    unit: 'accompaniments',
    order: ['1', '2', '3'],
  },
  {
    name: 'types-de-lieu',
    title: 'Types de lieu',
    rule: byAccompaniment,
    facet: 'lieu',
    unit: 'accompaniments',
    has: isPlaceKind,
  },
  {
    name: 'lieux',
    title: 'Lieux d’activité',
    rule: byAccompaniment,
    facet: 'lieu',
    unit: 'accompaniments',
    has: (code) => !isPlaceKind(code),
  },
  {
    name: 'communes',
    title: 'Communes',
    rule: `${byAccompaniment} À distance, c’est la commune de la structure.`,
    facet: 'commune',
    unit: 'accompaniments',
  },
  {
    name: 'durees',
    title: 'Durées',
    rule: byAccompaniment,
    facet: 'duree',
    unit: 'accompaniments',
    order: durationRanges,
  },
  { name: 'materiel', title: 'Matériel', rule: several, facet: 'materiel', unit: 'accompaniments' },
  ofPeople('sexe', 'Genre'),
  ofPeople('age', 'Âge', Object.keys(ageRangeLabels)),
  ofPeople('statut', 'Statut'),
  ofPeople('residence', 'Commune de résidence'),
  {
    name: 'autonomie',
    title: 'Autonomie',
    rule: byIndividual,
    facet: 'autonomie',
    unit: 'activities',
    order: Object.keys(autonomyLabels),
    kind: 'individuel',
  },
  {
    name: 'niveau',
    title: 'Niveau des ateliers',
    rule: 'En ateliers collectifs.',
    facet: 'niveau',
    unit: 'activities',
    order: Object.keys(levelLabels),
    kind: 'collectif',
  },
  {
    name: 'orientations',
    title: 'Orientations',
    rule: byIndividual,
    facet: 'orientation',
    unit: 'activities',
    kind: 'individuel',
  },
  {
    name: 'besoins',
    title: 'Besoins restés sans réponse',
    rule: 'En accompagnements individuels\u00A0; plusieurs réponses sont possibles.',
    facet: 'besoin',
    unit: 'activities',
    kind: 'individuel',
  },
  {
    name: 'types',
    title: 'Types d’activité',
    rule: 'En activités.',
    facet: 'type',
    unit: 'activities',
  },
  {
    name: 'heures',
    title: 'Heures par type d’activité',
    rule: 'La durée des activités, une fois par activité.',
    facet: 'type',
    unit: 'minutes',
  },
  {
    name: 'temps',
    title: 'Temps hors accompagnement',
    rule: 'En heures, et en part de toutes les heures.',
    facet: 'temps',
    unit: 'minutes',
  },
  {
    name: 'delai',
    title: 'Délai de dépôt',
    rule: 'En activités\u00A0; ce qui vient d’un fichier n’est pas compté.',
    facet: 'delai',
    unit: 'activities',
    order: delayRanges,
  },
]
