/**
 * The columns of a file of reports, in their order: one row an activity. Names never change and none is taken away; a
 * new one is added at the end (docs/files.md says what each means).
 */
export const reportColumns = {
  identifiant: { label: 'Identifiant', type: 'text', aliases: ['id', 'identifiant cra', 'reference'] },
  affectation: { label: 'Affectation', type: 'text', aliases: [] },
  structure: { label: 'Structure', type: 'text', aliases: [] },
  type: {
    label: 'Type d’activité',
    type: 'text',
    aliases: ['type activite', 'type de cra', 'type accompagnement', 'canal'],
  },
  type_libelle: { label: 'Type d’activité, en clair', type: 'text', aliases: [] },
  date: {
    label: 'Date',
    type: 'day',
    aliases: [
      'jour',
      'date activite',
      'date de l activite',
      'date accompagnement',
      'date de l accompagnement',
      'date du cra',
    ],
  },
  duree_minutes: {
    label: 'Durée',
    type: 'number',
    aliases: ['duree', 'temps', 'minutes', 'temps passe', 'duree en minutes', 'duree min'],
  },
  lieu: {
    label: 'Lieu',
    type: 'text',
    aliases: ['lieu de l activite', 'lieu de l accompagnement', 'lieu d activite', 'lieu activite', 'ou'],
  },
  lieu_id: { label: 'Identifiant du lieu', type: 'text', aliases: [] },
  lieu_nom: { label: 'Nom du lieu', type: 'text', aliases: ['nom du lieu'] },
  lieu_commune: {
    label: 'Commune du lieu',
    type: 'text',
    aliases: ['commune', 'ville', 'code insee', 'code commune'],
  },
  thematiques: {
    label: 'Thématiques',
    type: 'text',
    aliases: ['thematique', 'themes', 'theme', 'sujet', 'sujets', 'thematiques abordees'],
  },
  thematiques_libelle: { label: 'Thématiques, en clair', type: 'text', aliases: [] },
  demarches: {
    label: 'Démarches',
    type: 'text',
    aliases: ['thematiques administratives', 'demarches administratives'],
  },
  demarche_nom: { label: 'Nom de la démarche', type: 'text', aliases: ['nom demarche'] },
  materiel: { label: 'Matériel', type: 'text', aliases: ['materiel utilise', 'equipement'] },
  personne: { label: 'Personne, suivie ou anonyme', type: 'text', aliases: [] },
  personne_id: { label: 'Identifiant de la personne', type: 'text', aliases: [] },
  deja_accompagne: {
    label: 'Déjà accompagné',
    type: 'text',
    aliases: ['deja accompagnee', 'deja venu', 'recurrent'],
  },
  personne_commune: {
    label: 'Commune de résidence',
    type: 'text',
    aliases: ['commune beneficiaire', 'commune de residence du beneficiaire'],
  },
  genre: { label: 'Genre', type: 'text', aliases: ['sexe'] },
  tranche_age: { label: 'Tranche d’âge', type: 'text', aliases: ['age', 'tranche d age', 'tranche age'] },
  statut: { label: 'Statut', type: 'text', aliases: ['situation', 'statut du beneficiaire'] },
  autonomie: { label: 'Autonomie', type: 'text', aliases: ['niveau d autonomie'] },
  oriente: { label: 'Personne orientée', type: 'text', aliases: ['orientee', 'reorientation'] },
  orientation: { label: 'Orientée vers', type: 'text', aliases: ['structure d orientation', 'oriente vers'] },
  besoins_non_couverts: {
    label: 'Besoin resté sans réponse',
    type: 'text',
    aliases: ['besoins non couverts'],
  },
  titre: {
    label: 'Titre ou nom',
    type: 'text',
    aliases: ['nom', 'intitule', 'titre de l atelier', 'nom de l atelier'],
  },
  niveau: { label: 'Niveau de l’atelier', type: 'text', aliases: ['niveau'] },
  participants_suivis: { label: 'Participants suivis', type: 'text', aliases: [] },
  anonymes_total: {
    label: 'Participants anonymes',
    type: 'number',
    aliases: ['participants', 'nombre de participants', 'nb participants', 'nombre de personnes'],
  },
  anonymes_deja_accompagnes: { label: 'Participants anonymes déjà accompagnés', type: 'number', aliases: [] },
  anonymes_genre: { label: 'Participants anonymes par genre', type: 'text', aliases: [] },
  anonymes_tranche_age: { label: 'Participants anonymes par tranche d’âge', type: 'text', aliases: [] },
  anonymes_statut: { label: 'Participants anonymes par statut', type: 'text', aliases: [] },
  activite: { label: 'Activité hors accompagnement', type: 'text', aliases: ['activite'] },
  avec_mediateurs: { label: 'Avec, conseillers et médiateurs', type: 'number', aliases: [] },
  avec_structures: { label: 'Avec, structures', type: 'number', aliases: [] },
  avec_autres: { label: 'Avec, autres acteurs', type: 'number', aliases: [] },
  categorie: {
    label: 'Type d’animation ou d’évènement',
    type: 'text',
    aliases: ['type d animation', 'type d evenement'],
  },
  categorie_precision: { label: 'Type, précision', type: 'text', aliases: [] },
  initiative: { label: 'Origine', type: 'text', aliases: [] },
  themes_animation: { label: 'Thèmes de l’animation', type: 'text', aliases: [] },
  themes_animation_precision: { label: 'Thème, précision', type: 'text', aliases: [] },
  organisateurs: { label: 'Organisé par', type: 'text', aliases: ['organisateur'] },
  participants_evenement: { label: 'Participants de l’évènement', type: 'number', aliases: [] },
  echelle: { label: 'Échelle', type: 'text', aliases: ['echelon'] },
  natures: { label: 'Nature du partenariat', type: 'text', aliases: ['nature'] },
  natures_precision: { label: 'Nature, précision', type: 'text', aliases: [] },
  partenaires: { label: 'Structures partenaires', type: 'text', aliases: [] },
  etiquettes: { label: 'Étiquettes', type: 'text', aliases: ['tags', 'mots cles', 'etiquette'] },
  etiquettes_structure: { label: 'Étiquettes de la structure', type: 'text', aliases: [] },
  note: {
    label: 'Note',
    type: 'text',
    aliases: ['notes', 'commentaire', 'commentaires', 'remarques', 'observations', 'description'],
  },
  note_partagee: { label: 'Note partagée avec la structure', type: 'text', aliases: [] },
  depose_le: { label: 'Déposé le', type: 'day', aliases: ['date de saisie', 'cree le', 'date de creation'] },
  importe: { label: 'Importé', type: 'text', aliases: [] },
  autres_champs: { label: 'Autres champs', type: 'text', aliases: [] },
} as const satisfies Readonly<Record<string, ReportColumn>>

interface ReportColumn {
  /** What people read where they match columns. */
  readonly label: string
  readonly type: 'text' | 'day' | 'number'
  /** Heads that other tools give it, as `foldName` leaves them. */
  readonly aliases: readonly string[]
}

export type ColumnName = keyof typeof reportColumns

// Object.keys forgets the literal types that the columns have.
export const columnNames = Object.keys(reportColumns) as readonly ColumnName[]

/** What is there to be read by people only: an import leaves it aside. */
export const readByPeopleOnly: ReadonlySet<ColumnName> = new Set([
  'structure',
  'type_libelle',
  'thematiques_libelle',
  'importe',
])

/** Columns of our own files that no other file has. */
export const ownOnly: ReadonlySet<ColumnName> = new Set([
  ...readByPeopleOnly,
  'affectation',
  'lieu_id',
  'personne',
  'personne_id',
  'participants_suivis',
  'autres_champs',
])

/** Cells of one row, by column; an empty cell is absent or empty. */
export type Cells = Readonly<Partial<Record<ColumnName, string>>>

/** Whether the heads of a file are those that this app gives its own. */
export function isOwnFile(heads: readonly string[]): boolean {
  const given = new Set(heads)
  return (['identifiant', 'affectation', 'type', 'date', 'autres_champs'] as const).every((name) =>
    given.has(name),
  )
}
