import {
  animationThemeLabels,
  animationTypeLabels,
  eventTypeLabels,
  initiativeLabels,
  levelLabels,
  organisationLabels,
  otherTimeLabels,
  partnershipNatureLabels,
  scaleLabels,
} from '../activity-nomenclature.ts'
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
  duree: 'Durée',
  materiel: 'Matériel',
  niveau: 'Niveau',
  participants: 'Nombre de participants',
  temps: 'Temps hors accompagnement',
  evenement: 'Type d’évènement',
  animation: 'Type d’animation',
  sujet: 'Thèmes d’animation',
  origine: 'Origine de l’animation',
  avec: 'Animation avec',
  nature: 'Nature du partenariat',
  organisateur: 'Organisé par',
  partenaire: 'Structures partenaires',
  echelle: 'Échelle',
  lieu: 'Lieux',
  commune: 'Communes',
  structure: 'Pour quelle structure',
  qui: 'Suivie ou anonyme',
  personne: 'Personnes suivies',
  deja: 'Déjà accompagnée',
  sexe: 'Genre',
  age: 'Âge',
  statut: 'Statut',
  residence: 'Commune de résidence',
  autonomie: 'Autonomie',
  orientee: 'Personne orientée',
  orientation: 'Orientée vers',
  besoin: 'Besoin resté sans réponse',
  etiquette: 'Étiquettes',
  note: 'Note',
  etat: 'État de l’envoi',
  delai: 'Délai de dépôt',
  import: 'Import',
}

/** Facets as one looks for them: under what they are about. */
export const facetGroups: readonly { title: string; facets: readonly FacetName[] }[] = [
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
      'animation',
      'sujet',
      'origine',
      'avec',
      'nature',
      'organisateur',
      'partenaire',
      'echelle',
    ],
  },
  { title: 'Où', facets: ['lieu', 'commune', 'structure'] },
  {
    title: 'Les personnes',
    facets: [
      'qui',
      'personne',
      'deja',
      'sexe',
      'age',
      'statut',
      'residence',
      'autonomie',
      'orientee',
      'orientation',
      'besoin',
    ],
  },
  { title: 'Vos repères', facets: ['etiquette', 'note', 'etat', 'delai', 'import'] },
]

/** Names of what reports only hold the ids and codes of. */
export interface FacetNames {
  readonly places: ReadonlyMap<string, string>
  readonly people: ReadonlyMap<string, string>
  readonly communes: Pick<ReadonlyMap<string, string>, 'get'>
  /** Of the structures that one files for, by scope. */
  readonly structures?: Pick<ReadonlyMap<string, string>, 'get'>
}

type Labels = Readonly<Record<string, string>>

const yesOrNo: Labels = { oui: 'Oui', non: 'Non' }

/** Facets of which the values are codes. */
const labels: Readonly<Partial<Record<FacetName, Labels>>> = {
  type: reportKindLabels,
  theme: themeLabels,
  demarche: administrativeThemeLabels,
  duree: { '0': 'Moins de 30 min', '30': '30 à 59 min', '60': '1 h à 1 h 59', '120': '2 h et plus' },
  materiel: equipmentLabels,
  niveau: levelLabels,
  participants: { '1': '1 à 5', '6': '6 à 10', '11': '11 à 20', '21': '21 et plus' },
  temps: otherTimeLabels,
  evenement: eventTypeLabels,
  animation: animationTypeLabels,
  sujet: animationThemeLabels,
  origine: initiativeLabels,
  avec: { mediators: 'Conseillers et médiateurs', structures: 'Structures', others: 'Autres acteurs' },
  nature: partnershipNatureLabels,
  organisateur: organisationLabels,
  partenaire: organisationLabels,
  echelle: scaleLabels,
  qui: { suivi: 'Personne suivie', anonyme: 'Personne anonyme' },
  deja: yesOrNo,
  sexe: genderLabels,
  mission: missionLabels,
  delai: {
    '0': 'Le jour même',
    '1': 'Le lendemain',
    '2': 'De 2 à 7 jours après',
    '8': 'De 8 à 30 jours après',
    '31': 'Plus de 30 jours après',
  },
  age: ageRangeLabels,
  statut: statusLabels,
  autonomie: autonomyLabels,
  orientee: yesOrNo,
  orientation: { ...orientationLabels, sans_precision: 'Sans précision' },
  besoin: unmetNeedLabels,
  note: { sans: 'Sans note', privee: 'Note privée', partagee: 'Note partagée avec la structure' },
  etat: {
    'to-correct': 'À corriger',
    'two-versions': 'Deux versions',
    'on-device': 'Enregistré sur cet appareil',
    sent: 'Envoyé',
  },
  import: { oui: 'Venu d’un fichier' },
}

/** Facets of which the answer alone doesn't say what was asked. */
const needQuestion: Readonly<Partial<Record<FacetName, string>>> = {
  deja: 'Déjà accompagnée',
  orientee: 'Orientée',
  sexe: 'Genre',
  orientation: 'Orientée',
  delai: 'Déposé',
  statut: 'Statut',
  residence: 'Réside à',
  participants: 'Participants',
  organisateur: 'Organisé par',
  partenaire: 'Partenaire',
}

/** The French names of a facet's codes; of places, of where they are rather than which. */
export function valueLabels(facet: FacetName): Labels {
  return labels[facet] ?? (facet === 'lieu' ? placeKindLabels : {})
}

/** What a value of a facet is called, under the facet's own name. */
export function facetWords(value: FacetValue, names: FacetNames): string {
  const [name, code] = [facetOf(value), valueOf(value)]
  const own = labels[name]
  if (own) return labelOf(own, code)
  if (name === 'lieu') return names.places.get(code) ?? labelOf(placeKindLabels, code)
  if (name === 'commune' || name === 'residence') return names.communes.get(code) ?? `Commune ${code}`
  if (name === 'personne') return names.people.get(code) ?? 'Personne inconnue de cet appareil'
  if (name === 'structure') return names.structures?.get(code) ?? 'Autre structure'
  return code
}

/** Whether what a value is called may be among a device's own names: where no words of ours are. */
export function isNamedByDevice(value: FacetValue): boolean {
  return labels[facetOf(value)] === undefined
}

/** The same standing alone: « Orientée : non ». */
export function facetSentence(value: FacetValue, names: FacetNames): string {
  const question = needQuestion[facetOf(value)]
  const answer = facetWords(value, names)
  return question ? `${question}\u00A0: ${answer.charAt(0).toLowerCase()}${answer.slice(1)}` : answer
}
