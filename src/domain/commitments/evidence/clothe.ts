import { notKnownYet, type Commitment } from '../commitment.ts'

/** 4. Nothing here keeps deliveries yet. */
export const clothe: Commitment = {
  number: 4,
  title: 'Faire porter la tenue dédiée, fournie par l’État',
  judge: () => notKnownYet('Le suivi des tenues n’est pas encore dans Espace Coop.'),
}
