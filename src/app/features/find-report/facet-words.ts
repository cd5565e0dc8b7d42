import { levelLabels, otherTimeLabels } from '../../../domain/report/activity-nomenclature.ts'
import { reportKindLabels } from '../../../domain/report/kinds.ts'
import {
  autonomyLabels,
  equipmentLabels,
  labelOf,
  orientationLabels,
  placeKindLabels,
  unmetNeedLabels,
} from '../../../domain/report/nomenclature.ts'
import type { FacetName, FacetValue } from '../../../domain/report/search/facets.ts'
import { facetOf, valueOf } from '../../../domain/report/search/report-filter.ts'
import type { FacetNamesHere } from '../../data/facet-names.ts'
import { administrativeThemeLabels, themeLabels } from '../../../domain/report/themes.ts'

export const facetLabels: Readonly<Record<FacetName, string>> = {
  type: 'Type d’activité',
  theme: 'Thématiques',
  demarche: 'Démarches',
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
}

const durationLabels = {
  '0': 'Moins de 30 min',
  '30': '30 à 59 min',
  '60': '1 h à 1 h 59',
  '120': '2 h et plus',
}

/** What a value of a facet is called. */
export function facetWords(value: FacetValue, names: FacetNamesHere): string {
  const code = valueOf(value)
  switch (facetOf(value)) {
    case 'type':
      return labelOf(reportKindLabels, code)
    case 'theme':
      return labelOf(themeLabels, code)
    case 'demarche':
      return labelOf(administrativeThemeLabels, code)
    case 'lieu':
      return names.places.get(code) ?? labelOf(placeKindLabels, code)
    case 'commune':
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
      return labelOf(orientationLabels, code)
    case 'besoin':
      return labelOf(unmetNeedLabels, code)
    case 'temps':
      return labelOf(otherTimeLabels, code)
  }
}
