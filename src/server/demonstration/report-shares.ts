import type {
  AgeRange,
  Autonomy,
  Equipment,
  Gender,
  Orientation,
  Status,
  UnmetNeed,
} from '../../domain/report/nomenclature.ts'
import type { AdministrativeTheme, Theme } from '../../domain/report/themes.ts'

/**
 * Shares of the demonstration's reports. They are a guess of ours, not a statistic of the scheme: nothing may be
 * concluded from them (domain.md, "What a host structure owes"). Weights within a table, compared with each other.
 */
export const themeWeights: Readonly<Record<Theme, number>> = {
  aide_aux_demarches_administratives: 28,
  prendre_en_main_du_materiel: 19,
  email: 9,
  navigation_sur_internet: 8,
  gere_ses_contenus_numeriques: 7,
  sante: 5,
  securite_numerique: 4,
  banque_et_achats_en_ligne: 4,
  bureautique: 4,
  insertion_professionnelle: 4,
  diagnostic_numerique: 4,
  maintenance_de_materiel: 3,
  reseaux_sociaux: 3,
  scolarite_et_numerique: 2,
  intelligence_artificielle: 2,
  parentalite: 1,
  culture_numerique: 1,
  creer_avec_le_numerique: 1,
  entrepreneuriat: 1,
}

/** How many themes one report has. */
export const themeCountWeights = { '1': 66, '2': 27, '3': 7 } as const

export const administrativeThemeWeights: Readonly<Record<AdministrativeTheme, number>> = {
  social_sante: 26,
  papiers_elections_citoyennete: 18,
  argent_impots: 15,
  logement: 10,
  travail_formation: 10,
  transports_mobilite: 8,
  famille_scolarite: 7,
  etrangers_europe: 3,
  justice: 2,
  loisirs_sports_culture: 2,
  associations: 1,
}

/** Minutes, as keys. */
export const minutesWeights = {
  '15': 11,
  '20': 3,
  '30': 33,
  '45': 19,
  '60': 23,
  '75': 1,
  '90': 7,
  '120': 3,
} as const

/** Where: the place of the session first of all. */
export const placeKindWeights = { lieu_activite: 84, domicile: 6, a_distance: 7, autre: 3 } as const

export const equipmentWeights: Readonly<Record<Equipment, number>> = {
  ordinateur: 48,
  telephone: 36,
  tablette: 10,
  aucun: 4,
  autre: 2,
}

export const autonomyWeights: Readonly<Record<Autonomy, number>> = {
  entierement_accompagne: 46,
  partiellement_autonome: 40,
  autonome: 14,
}

export const orientationWeights: Readonly<Record<Orientation, number>> = {
  aide_aux_demarches_administratives: 36,
  administration: 18,
  operateur_ou_organisme_en_charge: 16,
  aide_sociale: 13,
  mediation_numerique: 8,
  insertion_professionnelle: 7,
  autre: 2,
}

export const unmetNeedWeights: Readonly<Record<UnmetNeed, number>> = {
  manque_de_temps: 42,
  hors_competence: 24,
  manque_de_materiel: 20,
  liste_attente: 10,
  autre: 4,
}

export const genderWeights: Readonly<Record<Gender, number>> = {
  feminin: 58,
  masculin: 40,
  non_communique: 2,
}

export const ageRangeWeights: Readonly<Record<AgeRange, number>> = {
  moins_de_douze: 0.4,
  douze_dix_huit: 1.6,
  dix_huit_vingt_quatre: 4,
  vingt_cinq_trente_neuf: 12,
  quarante_cinquante_neuf: 21,
  soixante_soixante_neuf: 26,
  soixante_dix_plus: 33,
  non_communique: 2,
}

/** What people of an age mostly do. */
export const statusWeightsByAge: Readonly<Record<AgeRange, Readonly<Partial<Record<Status, number>>>>> = {
  moins_de_douze: { scolarise: 1 },
  douze_dix_huit: { scolarise: 1 },
  dix_huit_vingt_quatre: { scolarise: 35, sans_emploi: 40, en_emploi: 25 },
  vingt_cinq_trente_neuf: { sans_emploi: 55, en_emploi: 43, scolarise: 2 },
  quarante_cinquante_neuf: { sans_emploi: 48, en_emploi: 50, non_communique: 2 },
  soixante_soixante_neuf: { retraite: 78, en_emploi: 12, sans_emploi: 10 },
  soixante_dix_plus: { retraite: 1 },
  non_communique: { non_communique: 1 },
}

/** How often each optional thing is filled in: an advisor in a hurry leaves most of it. */
export const knownShares = {
  alreadyAccompanied: 0.72,
  gender: 0.84,
  ageRange: 0.78,
  status: 0.62,
  commune: 0.47,
  equipment: 0.81,
  autonomy: 0.69,
  oriented: 0.55,
  administrativeThemes: 0.85,
  procedureName: 0.44,
  unmetNeeds: 0.06,
  notes: 0.16,
} as const

/** Of those of whom it is known, how many came before; how many of those asked are sent on; how many notes are shared. */
export const yesShares = { alreadyAccompanied: 0.58, oriented: 0.17, notesShared: 0.3, tags: 0.05 } as const
