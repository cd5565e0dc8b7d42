/** Codes and French labels of the kinds of activity other than one person's (domain.md, "Kinds" and "Fields"). */

export const levelLabels = {
  debutant: 'Débutant',
  intermediaire: 'Intermédiaire',
  avance: 'Avancé',
} as const
export type Level = keyof typeof levelLabels

export const otherTimeLabels = {
  permanence_sans_visite: 'Permanence sans visite',
  preparation: 'Préparation',
  reunion: 'Réunion',
  deplacement: 'Déplacement',
  formation: 'Formation',
  certification: 'Certification',
  vie_de_la_communaute: 'Vie de la communauté (webinaire, rencontre, partage de pratiques)',
  autre: 'Autre',
} as const
export type OtherTime = keyof typeof otherTimeLabels

export const animationTypeLabels = {
  assemblee: 'Assemblée',
  comite: 'Comité',
  groupe_de_travail: 'Groupe de travail',
  echange: 'Échange',
  reunion_coordination: 'Réunion de coordination',
  webinaire: 'Webinaire',
  autre: 'Autre',
} as const
export type AnimationType = keyof typeof animationTypeLabels

export const initiativeLabels = {
  initiative: 'À votre initiative',
  demande: 'À la demande d’autres personnes',
} as const
export type Initiative = keyof typeof initiativeLabels

export const animationThemeLabels = {
  partage: 'Partage de pratiques',
  reseau: 'Mise en réseau',
  soutien: 'Soutien aux conseillers',
  professionnel: 'Parcours professionnel',
  rh: 'Ressources humaines',
  autre: 'Autre',
} as const
export type AnimationTheme = keyof typeof animationThemeLabels

export const eventTypeLabels = {
  grand_public: 'Grand public',
  national: 'Évènement national',
  inclusion_numerique: 'Inclusion numérique',
  nec_local: 'NEC local',
  autre: 'Autre',
} as const
export type EventType = keyof typeof eventTypeLabels

export const organisationLabels = {
  ma_structure: 'Ma structure',
  commune: 'Commune',
  epci: 'Intercommunalité',
  departement: 'Département',
  region: 'Région',
  association: 'Association',
  entreprise: 'Entreprise',
  hub: 'Hub territorial',
  etat: 'État',
  groupement: 'Groupement',
  autre: 'Autre',
} as const
export type Organisation = keyof typeof organisationLabels

export const scaleLabels = {
  communal: 'Communale',
  intercommunal: 'Intercommunale',
  departemental: 'Départementale',
  regional: 'Régionale',
  national: 'Nationale',
} as const
export type Scale = keyof typeof scaleLabels

export const partnershipNatureLabels = {
  parcours_usager: 'Parcours des usagers',
  subvention: 'Subvention',
  coordination_departementale: 'Coordination départementale',
  rdv_elu: 'Rendez-vous avec une personne élue',
  autre: 'Autre',
} as const
export type PartnershipNature = keyof typeof partnershipNatureLabels
