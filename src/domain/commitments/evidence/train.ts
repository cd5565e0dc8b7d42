import { notKnownYet, type Commitment } from '../commitment.ts'

/** 2. Nothing here keeps tests, sessions and exams yet. */
export const train: Commitment = {
  number: 2,
  title: 'Laisser la personne partir en formation avant la prise de poste, et passer les examens',
  judge: () => notKnownYet('Le suivi des formations et des examens n’est pas encore dans Espace Coop.'),
}
