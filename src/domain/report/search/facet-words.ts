import { levelLabels, otherTimeLabels } from '../activity-nomenclature.ts'
import { reportKindLabels } from '../kinds.ts'
import { missionLabels } from '../missions.ts'
import {
  ageRangeLabels,
  autonomyLabels,
  equipmentLabels,
  genderLabels,
  labelOf,
  orientationLabels,
  placeKindLabels,
  statusLabels,
  unmetNeedLabels,
} from '../nomenclature.ts'
import type { FacetName, FacetValue } from './facets.ts'
import { facetOf, valueOf } from './report-filter.ts'
import { administrativeThemeLabels, themeLabels } from '../themes.ts'

export const facetLabels: Readonly<Record<FacetName, string>> = {
  type: 'Type d’activité',
  theme: 'Thématiques',
  demarche: 'Démarches',
  mission: 'Missions',
  lieu: 'Lieux',
  commune: 'Communes',
  duree: 'Durée',
  personne: 'Personnes suivies',
  etiquette: 'Étiquettes',
  materiel: 'Matériel',
  autonomie: 'Autonomie',
  niveau: 'Niveau',
  orientation: 'Orientation',
  besoin: 'Besoin resté sans réponse',
  temps: 'Temps hors accompagnement',
  sexe: 'Genre',
  age: 'Âge',
  statut: 'Statut',
  residence: 'Commune de résidence',
  delai: 'Délai de dépôt',
}

const durationLabels = {
  '0': 'Moins de 30 min',
  '30': '30 à 59 min',
  '60': '1 h à 1 h 59',
  '120': '2 h et plus',
}

const delayLabels = {
  '0': 'Le jour même',
  '1': 'Le lendemain',
  '2': 'De 2 à 7 jours après',
  '8': 'De 8 à 30 jours après',
  '31': 'Plus de 30 jours après',
}

/** Names of what reports only hold the ids and codes of. */
export interface FacetNames {
  readonly places: ReadonlyMap<string, string>
  readonly people: ReadonlyMap<string, string>
  readonly communes: Pick<ReadonlyMap<string, string>, 'get'>
}

/** What a value of a facet is called. */
export function facetWords(value: FacetValue, names: FacetNames): string {
  const code = valueOf(value)
  switch (facetOf(value)) {
    case 'type':
      return labelOf(reportKindLabels, code)
    case 'theme':
      return labelOf(themeLabels, code)
    case 'demarche':
      return labelOf(administrativeThemeLabels, code)
    case 'mission':
      return labelOf(missionLabels, code)
    case 'lieu':
      return names.places.get(code) ?? labelOf(placeKindLabels, code)
    case 'commune':
    case 'residence':
      return names.communes.get(code) ?? code
    case 'duree':
      return labelOf(durationLabels, code)
    case 'personne':
      return names.people.get(code) ?? 'Personne inconnue de cet appareil'
    case 'etiquette':
      return code
    case 'materiel':
      return labelOf(equipmentLabels, code)
    case 'autonomie':
      return labelOf(autonomyLabels, code)
    case 'niveau':
      return labelOf(levelLabels, code)
    case 'orientation':
      return code === 'sans_precision' ? 'Orienté, sans précision' : labelOf(orientationLabels, code)
    case 'besoin':
      return labelOf(unmetNeedLabels, code)
    case 'temps':
      return labelOf(otherTimeLabels, code)
    case 'sexe':
      return labelOf(genderLabels, code)
    case 'age':
      return labelOf(ageRangeLabels, code)
    case 'statut':
      return labelOf(statusLabels, code)
    case 'delai':
      return labelOf(delayLabels, code)
  }
}
