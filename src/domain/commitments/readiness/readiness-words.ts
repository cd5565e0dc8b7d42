import type { ReadinessMeasure } from './advisor-readiness.ts'

/** What each measure is called, and what it counts, in plain words: a page and its file say the same. */
export const readinessWords: Readonly<
  Record<ReadinessMeasure, { readonly label: string; readonly definition: string }>
> = {
  initial: {
    label: 'Formation initiale',
    definition: 'La formation initiale est terminée, ou la personne en a été dispensée.',
  },
  exams: {
    label: 'Examens',
    definition:
      'Tous les examens du parcours ont été présentés, quel que soit le résultat, ou la personne en a été dispensée.',
  },
  certified: {
    label: 'Certification',
    definition:
      'Tous les examens du parcours (Pix, CCP1 ou titre) sont réussis, ou la personne en a été dispensée. Ne pas l’être encore n’est pas un manquement.',
  },
  continuing: {
    label: 'Formation continue',
    definition:
      'Les modules à suivre cette année l’ont été. « Rien à suivre »\u00A0: le parcours de la personne n’en demande pas cette année.',
  },
  equipped: {
    label: 'Équipement',
    definition:
      'Ordinateur, téléphone mobile et espace de travail ont été remis et fonctionnent, que la personne l’ait déjà confirmé ou non.',
  },
  clothed: {
    label: 'Tenue',
    definition: 'Une tenue a été reçue, et n’est pas perdue.',
  },
}

/** What isn't known, and whom a line counts. */
export const readinessNotes = {
  inPost:
    'Les conseillères et conseillers sous contrat ce jour-là. Une personne qui travaille pour deux structures compte dans chacune. Les parts sont celles des personnes en poste.',
  unknown:
    'Rien n’en est noté dans Espace Coop, ni par l’organisme de formation ni par la structure. Ce n’est pas un manquement.',
  hidden:
    'Le nombre de personnes certifiées n’est pas montré là où moins de cinq personnes ont présenté tous leurs examens, ni dans les départements qui permettraient de le retrouver.',
} as const
