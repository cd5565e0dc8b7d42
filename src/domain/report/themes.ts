/** Digital mediation: what was worked on, in the order of domain.md ("Themes"). Codes are public vocabulary. */
export const themeLabels = {
  diagnostic_numerique: 'Diagnostic numérique',
  prendre_en_main_du_materiel: 'Prise en main du matériel',
  maintenance_de_materiel: 'Maintenance de matériel',
  gere_ses_contenus_numeriques: 'Gérer ses contenus numériques',
  navigation_sur_internet: 'Navigation sur internet',
  email: 'E-mail',
  bureautique: 'Bureautique',
  reseaux_sociaux: 'Réseaux sociaux, communication',
  sante: 'Santé',
  banque_et_achats_en_ligne: 'Banque et achats en ligne',
  entrepreneuriat: 'Accompagner un professionnel',
  insertion_professionnelle: 'Insertion professionnelle',
  securite_numerique: 'Prévention en sécurité numérique',
  parentalite: 'Parentalité',
  scolarite_et_numerique: 'Scolarité et numérique',
  creer_avec_le_numerique: 'Créer avec le numérique',
  culture_numerique: 'Culture numérique',
  intelligence_artificielle: 'Intelligence artificielle',
  aide_aux_demarches_administratives: 'Aide aux démarches administratives',
} as const

export type Theme = keyof typeof themeLabels

export const administrativeThemeLabels = {
  papiers_elections_citoyennete: 'Papiers, élections, citoyenneté',
  famille_scolarite: 'Famille, scolarité',
  social_sante: 'Social, santé',
  travail_formation: 'Travail, formation, entreprise',
  logement: 'Logement',
  transports_mobilite: 'Transports, mobilité',
  argent_impots: 'Argent, impôts',
  justice: 'Justice',
  etrangers_europe: 'Étrangers, Europe',
  loisirs_sports_culture: 'Loisirs, sports, culture',
  associations: 'Associations',
} as const

export type AdministrativeTheme = keyof typeof administrativeThemeLabels
