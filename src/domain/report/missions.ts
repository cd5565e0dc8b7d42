import type { Theme } from './themes.ts'

/** The three missions of the panorama des services du conseiller numérique (domain.md, "Themes"). */
export type Mission = 1 | 2 | 3

export const missionLabels: Readonly<Record<Mission, string>> = {
  1: 'Soutenir les usages quotidiens du numérique',
  2: 'Sensibiliser aux enjeux du numérique et favoriser des usages citoyens et critiques',
  3: 'Rendre autonome pour les démarches administratives en ligne',
}

/** Each theme belongs to exactly one mission. */
export const missionOfTheme: Readonly<Record<Theme, Mission>> = {
  diagnostic_numerique: 1,
  prendre_en_main_du_materiel: 1,
  maintenance_de_materiel: 1,
  gere_ses_contenus_numeriques: 1,
  navigation_sur_internet: 1,
  email: 1,
  bureautique: 1,
  reseaux_sociaux: 2,
  sante: 1,
  banque_et_achats_en_ligne: 1,
  entrepreneuriat: 1,
  insertion_professionnelle: 1,
  securite_numerique: 2,
  parentalite: 2,
  scolarite_et_numerique: 1,
  creer_avec_le_numerique: 1,
  culture_numerique: 2,
  intelligence_artificielle: 2,
  aide_aux_demarches_administratives: 3,
}
