import type { Theme } from '../../domain/report/themes.ts'
import { happens, oneOf, type Random } from './seeded-random.ts'

/** What an advisor might jot down on a theme: whole sentences, no name of anybody, nothing on health or money owed. */
const notesOfTheme: Readonly<Record<Theme, readonly [string, ...string[]]>> = {
  aide_aux_demarches_administratives: [
    'Démarche terminée, l’accusé de réception est imprimé et classé.',
    'Il manquait un justificatif de domicile, la démarche est enregistrée en brouillon.',
    'Le site était en maintenance, nous avons préparé les pièces et pris un autre rendez-vous.',
    'Compte créé avec FranceConnect, la personne a fait elle-même les dernières étapes.',
    'Nous avons relu le courrier ensemble avant de répondre en ligne.',
    'Première démarche faite sans papier. La personne repart avec une fiche étape par étape.',
    'Les pièces étaient en photo sur le téléphone : nous les avons envoyées par e-mail puis jointes au dossier.',
    'Demande déjà déposée il y a un mois, nous avons seulement consulté son avancement.',
  ],
  prendre_en_main_du_materiel: [
    'Téléphone neuf : réglages de la taille du texte et des contacts.',
    'Nous avons travaillé les gestes de base : toucher, glisser, revenir en arrière.',
    'Souris encore difficile, exercices à refaire à la maison.',
    'Ordinateur portable offert par la famille, découverte du bureau et des dossiers.',
    'La personne sait maintenant brancher et charger sa tablette seule.',
    'Nous avons noté les étapes dans son carnet, avec des dessins.',
    'Volume, luminosité et mode avion : tout est compris.',
  ],
  email: [
    'Création d’une adresse, premier message envoyé et reçu.',
    'Boîte saturée : nous avons supprimé les publicités et créé deux dossiers.',
    'La personne sait joindre une photo à un message.',
    'Nous avons revu comment reconnaître un expéditeur inconnu.',
    'Adresse retrouvée grâce au numéro de téléphone de récupération.',
  ],
  navigation_sur_internet: [
    'Recherche d’horaires de bus et d’un numéro de mairie.',
    'Différence entre barre d’adresse et moteur de recherche comprise.',
    'Favoris créés pour les trois sites les plus utilisés.',
    'Nous avons appris à fermer les fenêtres de cookies sans s’inquiéter.',
    'Recherche d’une recette, puis impression.',
  ],
  gere_ses_contenus_numeriques: [
    'Photos du téléphone copiées sur une clé, il en reste la moitié.',
    'Mémoire pleine : nous avons trié les vidéos reçues en double.',
    'Classement des documents numérisés par année.',
    'Mise en place d’une sauvegarde automatique des photos.',
  ],
  sante: [
    'Premier rendez-vous pris en ligne par la personne elle-même.',
    'Attestation de droits téléchargée et imprimée.',
    'Découverte de Mon espace santé, messagerie comprise.',
    'Compte bloqué après trois essais, nouveau code demandé par courrier.',
  ],
  securite_numerique: [
    'SMS frauduleux d’un faux livreur : nous avons vu ensemble comment le signaler au 33700.',
    'La personne a changé ses accès les plus importants et comprend pourquoi.',
    'Appel d’un faux conseiller bancaire, aucune information n’a été donnée.',
    'Mises à jour faites, antivirus expliqué.',
  ],
  banque_et_achats_en_ligne: [
    'Application de la banque installée, consultation du relevé seulement.',
    'Premier achat en ligne, retrait en point relais.',
    'Nous avons comparé deux sites avant de réserver un billet de train.',
  ],
  bureautique: [
    'Courrier mis en page et imprimé.',
    'Tableau de dépenses du mois, les sommes se calculent toutes seules.',
    'Découverte du correcteur et de la mise en forme.',
    'Étiquettes d’adresses pour une association.',
  ],
  insertion_professionnelle: [
    'CV mis à jour et déposé sur deux sites.',
    'Candidature envoyée, nous avons préparé le message ensemble.',
    'Alerte d’offres créée dans un rayon de 30 kilomètres.',
    'Préparation d’un entretien en visioconférence : micro et caméra essayés.',
  ],
  diagnostic_numerique: [
    'Premier entretien : besoins recensés, parcours de quatre séances proposé.',
    'Bonne aisance sur téléphone, tout est à découvrir sur ordinateur.',
    'La personne souhaite surtout rester en lien avec ses petits-enfants.',
    'Questionnaire de départ rempli, à comparer en fin de parcours.',
  ],
  maintenance_de_materiel: [
    'Ordinateur très lent : démarrage allégé, disque presque plein.',
    'Écran fêlé, adresse d’un réparateur donnée.',
    'Imprimante de nouveau reconnue après réinstallation.',
  ],
  reseaux_sociaux: [
    'Réglages de confidentialité revus un par un.',
    'Appel vidéo avec la famille réussi.',
    'Faux profil signalé, la personne sait maintenant le faire seule.',
  ],
  scolarite_et_numerique: [
    'Connexion à l’espace du collège, lecture des bulletins.',
    'Le parent sait écrire aux professeurs et justifier une absence.',
    'Inscription en ligne faite avant la date limite.',
  ],
  intelligence_artificielle: [
    'Essai d’un assistant pour rédiger une lettre, puis relecture critique.',
    'Nous avons comparé une photo vraie et une image générée.',
    'Questions sur ce que ces outils gardent de nos conversations.',
  ],
  parentalite: [
    'Contrôle parental installé sur la tablette des enfants.',
    'Échange sur le temps d’écran, brochure remise.',
  ],
  culture_numerique: [
    'Découverte de la bibliothèque numérique du département.',
    'Discussion sur la fiabilité des sources, à partir d’un article partagé.',
  ],
  creer_avec_le_numerique: [
    'Montage d’un diaporama de photos de famille.',
    'Affiche réalisée pour la fête du village.',
  ],
  entrepreneuriat: [
    'Artisan : fiche d’établissement créée, horaires et photos ajoutés.',
    'Devis et factures faits avec un modèle libre.',
  ],
}

const whatComesNext: readonly [string, ...string[]] = [
  'À revoir dans deux semaines.',
  'Prochain rendez-vous déjà pris.',
  'La personne reviendra avec son matériel.',
  'Pourrait rejoindre l’atelier du jeudi.',
  'Séance interrompue par une coupure de connexion.',
  'Venue accompagnée d’une voisine.',
  'Très contente d’avoir réussi seule.',
  'Beaucoup d’appréhension au début, nettement moins à la fin.',
]

/** A note on a theme; one in two says what comes next. */
export function noteOn(random: Random, theme: Theme): string {
  const note = oneOf(random, notesOfTheme[theme])
  return happens(random, 0.5) ? note : `${note} ${oneOf(random, whatComesNext)}`
}

/** Labels that an advisor keeps for their own sorting. */
export const demonstrationTags: readonly [string, ...string[]] = [
  'à suivre',
  'sans rendez-vous',
  'parcours débutant',
  'relance',
]
