/** Codes and French labels of the fields of a report (domain.md, "Fields" and "Persons"). */

export const placeKindLabels = {
  lieu_activite: 'Lieu d’activité',
  domicile: 'À domicile',
  a_distance: 'À distance',
  autre: 'Autre lieu',
} as const
export type PlaceKind = keyof typeof placeKindLabels

export const equipmentLabels = {
  ordinateur: 'Ordinateur',
  telephone: 'Téléphone',
  tablette: 'Tablette',
  autre: 'Autre',
  aucun: 'Pas de matériel',
} as const
export type Equipment = keyof typeof equipmentLabels

export const autonomyLabels = {
  entierement_accompagne: 'Avec guidage',
  partiellement_autonome: 'Autonome avec guidage si besoin',
  autonome: 'Autonome',
} as const
export type Autonomy = keyof typeof autonomyLabels

export const orientationLabels = {
  administration: 'Administration',
  mediation_numerique: 'Autre structure de médiation numérique',
  operateur_ou_organisme_en_charge: 'Opérateur ou organisme en charge de la démarche',
  aide_sociale: 'Structure d’aide sociale',
  insertion_professionnelle: 'Structure d’insertion professionnelle',
  aide_aux_demarches_administratives: 'Structure d’aide aux démarches (France Services…)',
  autre: 'Autre',
} as const
export type Orientation = keyof typeof orientationLabels

export const unmetNeedLabels = {
  manque_de_temps: 'Pas assez de temps',
  manque_de_materiel: 'Pas le matériel nécessaire',
  hors_competence: 'Hors de mes compétences',
  liste_attente: 'Mis en liste d’attente',
  autre: 'Autre raison',
} as const
export type UnmetNeed = keyof typeof unmetNeedLabels

export const genderLabels = {
  feminin: 'Féminin',
  masculin: 'Masculin',
  non_communique: 'Non communiqué',
} as const
export type Gender = keyof typeof genderLabels

export const ageRangeLabels = {
  moins_de_douze: 'Moins de 12 ans',
  douze_dix_huit: '12-17',
  dix_huit_vingt_quatre: '18-24',
  vingt_cinq_trente_neuf: '25-39',
  quarante_cinquante_neuf: '40-59',
  soixante_soixante_neuf: '60-69',
  soixante_dix_plus: '70 ans et plus',
  non_communique: 'Non communiqué',
} as const
export type AgeRange = keyof typeof ageRangeLabels

export const statusLabels = {
  scolarise: 'Scolarisé',
  sans_emploi: 'Sans emploi',
  en_emploi: 'En emploi',
  retraite: 'Retraité',
  non_communique: 'Non communiqué ou hétérogène',
} as const
export type Status = keyof typeof statusLabels

/**
 * Ranges of the first national tool, where they aren't those above: kept as they were said, and never spread over the
 * newer ones (domain.md, "What is counted").
 */
export const formerAgeRangeLabels = {
  de_12_a_18: '12-18 (ancien outil)',
  de_18_a_35: '18-35 (ancien outil)',
  de_35_a_60: '35-60 (ancien outil)',
  plus_de_60: 'Plus de 60 ans (ancien outil)',
} as const
export const formerStatusLabels = {
  etudiant: 'Étudiant (ancien outil)',
  heterogene: 'Hétérogène (ancien outil)',
} as const

/** The label of a code; a value from a newer peer is shown as such, never dropped (domain.md). */
export function labelOf(labels: Readonly<Record<string, string>>, code: string): string {
  return (Object.hasOwn(labels, code) && labels[code]) || 'Valeur inconnue'
}
