import { notKnownYet, type Commitment } from '../commitment.ts'

/** 5. Nothing here keeps an inventory yet. */
export const equip: Commitment = {
  number: 5,
  title: 'Donner les moyens de la mission\u00A0: ordinateur, téléphone, bureau, véhicule au besoin',
  judge: () => notKnownYet('Le suivi du matériel n’est pas encore dans Espace Coop.'),
}
