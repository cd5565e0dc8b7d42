import type { AdministrativeTheme } from '../../domain/report/themes.ts'

/** Procedures as an advisor would name them; a few for each administrative theme. */
export const procedureNames: Readonly<Record<AdministrativeTheme, readonly [string, ...string[]]>> = {
  papiers_elections_citoyennete: [
    'Pré-demande de carte d’identité',
    'Pré-demande de passeport',
    'Inscription sur les listes électorales',
    'Acte de naissance',
    'Déclaration de perte de papiers',
  ],
  famille_scolarite: [
    'Inscription à la cantine',
    'Bourse de collège',
    'Prime de naissance',
    'Inscription au transport scolaire',
    'Déclaration de changement de situation à la CAF',
  ],
  social_sante: [
    'Création d’un compte Ameli',
    'Complémentaire santé solidaire',
    'Déclaration trimestrielle RSA',
    'Demande de prime d’activité',
    'Dossier APA',
    'Dossier MDPH',
    'Demande de retraite',
    'Prise de rendez-vous médical',
  ],
  travail_formation: [
    'Actualisation France Travail',
    'Inscription à France Travail',
    'Compte personnel de formation',
    'Déclaration Cesu',
  ],
  logement: ['Demande de logement social', 'Aide au logement', 'Chèque énergie', 'MaPrimeRénov’'],
  transports_mobilite: [
    'Certificat d’immatriculation',
    'Duplicata de permis de conduire',
    'Carte de transport',
    'Déclaration de cession de véhicule',
  ],
  argent_impots: [
    'Déclaration de revenus',
    'Correction de la déclaration de revenus',
    'Paiement d’une amende',
    'Taxe foncière',
    'Accès à l’espace impots.gouv.fr',
  ],
  justice: ['Aide juridictionnelle', 'Extrait de casier judiciaire', 'Plainte en ligne'],
  etrangers_europe: ['Renouvellement de titre de séjour', 'Demande de naturalisation'],
  loisirs_sports_culture: ['Permis de pêche', 'Inscription à la médiathèque', 'Pass’Sport'],
  associations: ['Déclaration de changement de bureau', 'Demande de subvention'],
}
