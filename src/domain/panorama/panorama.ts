import type { Theme } from '../report/themes.ts'

/** What a theme of the panorama des services covers, in plain words, and what an accompaniment on it looks like. */
export interface ThemeWords {
  readonly covers: string
  readonly example: string
}

/** Our own words for the themes of domain.md: the scheme names them, and explains none. */
export const themeWords: Readonly<Record<Theme, ThemeWords>> = {
  diagnostic_numerique: {
    covers:
      'Faire le point avec la personne sur ce qu’elle sait faire, ce qui la bloque et ce qu’elle veut apprendre.',
    example: 'Un premier rendez-vous, avec quelques exercices, pour choisir par quoi commencer.',
  },
  prendre_en_main_du_materiel: {
    covers: 'Allumer, régler et utiliser un ordinateur, un téléphone, une tablette, une imprimante.',
    example: 'Apprendre à appeler, à envoyer un message et à agrandir le texte sur un nouveau téléphone.',
  },
  maintenance_de_materiel: {
    covers: 'Entretenir un appareil : mises à jour, place, lenteurs, petites pannes, changement d’appareil.',
    example: 'Faire de la place sur un téléphone plein et vérifier que tout est sauvegardé.',
  },
  gere_ses_contenus_numeriques: {
    covers: 'Ranger, retrouver, sauvegarder et partager ses photos, ses documents, ses contacts.',
    example: 'Classer les photos de l’année et les copier sur une clé.',
  },
  navigation_sur_internet: {
    covers: 'Chercher une information, reconnaître un site de confiance, utiliser une adresse ou un favori.',
    example: 'Trouver les horaires d’un train sur le site officiel, sans passer par une publicité.',
  },
  email: {
    covers: 'Créer une adresse, lire, écrire, joindre un document, trier et reconnaître un courriel douteux.',
    example: 'Envoyer un justificatif scanné à un organisme.',
  },
  bureautique: {
    covers: 'Écrire un document, remplir un tableau, préparer une présentation, imprimer, convertir.',
    example: 'Mettre en page un curriculum vitæ.',
  },
  reseaux_sociaux: {
    covers: 'Communiquer en ligne : messageries, appels vidéo, réseaux ; régler ce que les autres voient.',
    example: 'Appeler ses petits-enfants en vidéo.',
  },
  sante: {
    covers:
      'Prendre rendez-vous, consulter à distance, utiliser son espace de santé, sans rien noter de médical.',
    example: 'Ouvrir Mon espace santé et y retrouver une ordonnance.',
  },
  banque_et_achats_en_ligne: {
    covers: 'Consulter ses comptes, payer, acheter et vendre en ligne en sécurité.',
    example: 'Vérifier un site marchand avant de payer.',
  },
  entrepreneuriat: {
    covers: 'Accompagner une personne dans son activité professionnelle : artisan, commerçant, association.',
    example: 'Créer la fiche d’un commerce dans un annuaire en ligne.',
  },
  insertion_professionnelle: {
    covers: 'Chercher un emploi ou une formation, s’inscrire, candidater, suivre ses démarches d’emploi.',
    example: 'Actualiser sa situation et répondre à une offre.',
  },
  securite_numerique: {
    covers: 'Se protéger : mots de passe, hameçonnage, arnaques, données personnelles, que faire après coup.',
    example: 'Reconnaître un faux message de livraison.',
  },
  parentalite: {
    covers: 'Accompagner les usages des enfants : temps d’écran, contrôle parental, dialogue, harcèlement.',
    example: 'Régler ensemble la console et en parler avec l’enfant.',
  },
  scolarite_et_numerique: {
    covers: 'Suivre la scolarité : espace de l’école, inscriptions, bourses, orientation.',
    example: 'Lire les messages du collège et demander une bourse.',
  },
  creer_avec_le_numerique: {
    covers: 'Créer : image, son, vidéo, texte, impression 3D, programmation, site.',
    example: 'Monter une courte vidéo à partir de photos.',
  },
  culture_numerique: {
    covers: 'Comprendre le numérique : comment cela marche, à qui sont les données, quels effets.',
    example: 'Un atelier sur ce qu’un téléphone sait de nous.',
  },
  intelligence_artificielle: {
    covers: 'Comprendre et essayer l’intelligence artificielle : ce qu’elle fait, ses erreurs, ses risques.',
    example: 'Demander un résumé, puis vérifier ce qu’il dit.',
  },
  aide_aux_demarches_administratives: {
    covers: 'Faire avec la personne une démarche en ligne, pour qu’elle puisse la refaire seule.',
    example: 'Déclarer ses revenus, demander une aide au logement.',
  },
}
