import type { Theme } from '../../../../src/domain/report/themes.ts'
import {
  happens,
  oneOf,
  wholeBetween,
  type Random,
} from '../../../../src/server/demonstration/seeded-random.ts'

/** The few texts that somebody puts again and again, by habit, from a model or by pasting. */
export function copiedNotesOf(random: Random): [string, ...string[]] {
  const count = wholeBetween(random, 1, 4)
  const more = Array.from({ length: count - 1 }, () => oneOf(random, habitual))
  return [oneOf(random, habitual), ...more]
}

/** A few words on what was done. */
export function shortNote(random: Random, theme: Theme): string {
  const what = oneOf(random, subjects[theme])
  const text = happens(random, 0.45) ? what : `${what}${oneOf(random, joints)}${oneOf(random, ends)}`
  return happens(random, 0.3) ? text.toLowerCase() : text
}

/** Some sentences, as somebody writes who will read them before the next appointment. */
export function longNote(random: Random, theme: Theme): string {
  const sentences = [
    `${oneOf(random, subjects[theme])}.`,
    oneOf(random, middles).replace('{n}', String(wholeBetween(random, 2, 12))),
    ...(happens(random, 0.6) ? [oneOf(random, difficulties)] : []),
    ...(happens(random, 0.7)
      ? [oneOf(random, nexts).replace('{n}', String(wholeBetween(random, 1, 28)))]
      : []),
  ]
  return sentences.join(' ')
}

const habitual: readonly [string, ...string[]] = [
  'RDV',
  'ok',
  'RAS',
  'Permanence',
  'Permanence du mardi',
  'Permanence mairie',
  'Aide démarches',
  'Impôts',
  'CAF',
  'Impression',
  'Scan et envoi de documents',
  'Accompagnement individuel',
  'Sans rendez-vous',
  'Venu sans rendez-vous, demande traitée',
  'Orienté par le CCAS',
  'Démarche faite avec la personne, récapitulatif imprimé',
  'Aide à la prise en main',
  'Accueil au bus, demande traitée sur place',
]

const joints: readonly [string, ...string[]] = [', ', ' - ', '. ', ' / ', ' : ']

const ends: readonly [string, ...string[]] = [
  'fait',
  'à revoir',
  'revient la semaine prochaine',
  'terminé',
  'il manque un papier',
  'site en panne',
  'autonome maintenant',
  'à suivre',
  'en attente du courrier',
  'imprimé',
  'avec sa fille',
  'a oublié son téléphone',
]

const middles: readonly [string, ...string[]] = [
  'La personne a fait elle-même la plus grande partie, il a fallu montrer deux fois.',
  'Nous avons repris depuis le début, avec la fiche de la dernière fois.',
  'Il restait {n} messages à trier, nous en avons gardé la moitié.',
  'Compte créé, identifiants notés dans son carnet.',
  'Le dossier était commencé depuis {n} jours, il est envoyé.',
  'Nous avons travaillé sur son propre matériel, qui est lent.',
  'Séance {n}, les gestes viennent.',
  'Venue avec un proche, qui a pris des notes.',
  'Nous avons comparé {n} offres et rien signé.',
  'La confirmation est arrivée pendant le rendez-vous.',
  'Il a fallu appeler le service, {n} minutes d’attente.',
  'Beaucoup de questions sur les publicités et les fenêtres qui s’ouvrent.',
]

const difficulties: readonly [string, ...string[]] = [
  'La souris reste difficile.',
  'La lecture à l’écran fatigue vite.',
  'Le réseau a coupé deux fois.',
  'Le code reçu par SMS arrivait trop tard.',
  'Le justificatif photographié était illisible, refait au scanner.',
  'La personne n’ose pas encore cliquer seule.',
  'Le site demandait une mise à jour du navigateur.',
  'Le vocabulaire du formulaire est à expliquer mot à mot.',
]

const nexts: readonly [string, ...string[]] = [
  'Prochain rendez-vous le {n}.',
  'À revoir avec le même exercice.',
  'Proposé l’atelier du {n}.',
  'Reviendra avec les papiers qui manquent.',
  'Repart avec une fiche.',
  'Rappeler avant le {n} du mois prochain.',
  'Peut continuer chez elle, nous faisons le point dans {n} jours.',
  'Rien d’autre à prévoir.',
]

const subjects: Readonly<Record<Theme, readonly [string, ...string[]]>> = {
  diagnostic_numerique: [
    'Premier entretien',
    'Point sur ce que la personne sait faire',
    'Évaluation avant les ateliers',
  ],
  prendre_en_main_du_materiel: [
    'Nouveau téléphone',
    'Réglages de la tablette',
    'Bases de l’ordinateur',
    'Copier-coller',
    'Clavier et souris',
    'Transfert des contacts',
    'Agrandir le texte',
  ],
  maintenance_de_materiel: [
    'Ordinateur lent',
    'Mise à jour',
    'Imprimante',
    'Espace de stockage plein',
    'Antivirus',
  ],
  gere_ses_contenus_numeriques: [
    'Tri des photos',
    'Sauvegarde sur clé',
    'Dossiers et fichiers',
    'Numérisation de papiers',
  ],
  navigation_sur_internet: [
    'Recherche sur internet',
    'Favoris et onglets',
    'Itinéraire',
    'Horaires de train',
    'Cookies',
  ],
  email: [
    'Création d’une adresse',
    'Pièce jointe',
    'Mot de passe de messagerie oublié',
    'Tri de la boîte',
    'Envoi d’un document',
  ],
  bureautique: ['Lettre', 'CV mis en page', 'Tableau de comptes', 'Mise en page d’une affiche'],
  reseaux_sociaux: ['Appel vidéo', 'Compte à sécuriser', 'Groupe de la famille', 'Page de l’association'],
  sante: ['Rendez-vous médical en ligne', 'Espace santé', 'Compte ameli'],
  banque_et_achats_en_ligne: [
    'Application de la banque',
    'Achat en ligne',
    'Billet de train',
    'Petites annonces',
  ],
  entrepreneuriat: ['Site d’une petite entreprise', 'Facture en ligne', 'Déclaration d’activité'],
  insertion_professionnelle: [
    'Candidatures',
    'CV',
    'Actualisation',
    'Recherche de stage',
    'Inscription à une formation',
  ],
  securite_numerique: [
    'Message frauduleux',
    'Mots de passe',
    'Faux conseiller bancaire',
    'Réglages de confidentialité',
  ],
  parentalite: ['Écrans à la maison', 'Contrôle parental'],
  scolarite_et_numerique: ['Espace de l’école', 'Inscription à la cantine', 'Cahier de textes en ligne'],
  creer_avec_le_numerique: ['Montage photo', 'Livre de famille', 'Impression 3D'],
  culture_numerique: ['Fausses nouvelles', 'Podcasts', 'Livre numérique'],
  intelligence_artificielle: ['Découverte d’un assistant', 'Images fabriquées', 'Questions sur l’IA'],
  aide_aux_demarches_administratives: [
    'Déclaration d’impôts',
    'Dossier CAF',
    'Carte grise',
    'Carte d’identité',
    'Retraite',
    'FranceConnect',
    'Logement social',
    'Titre de séjour',
    'Chèque énergie',
    'Prime d’activité',
    'Complémentaire santé',
    'Permis de conduire',
  ],
}
