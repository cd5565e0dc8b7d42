/** Why an op is refused: stable code, and what the person reads under *À corriger*. */
export const rejections = {
  invalid: 'Une information ne convient pas : ouvrez le compte rendu pour la corriger.',
  'no-access': 'Vous n’avez plus accès à cette structure. Le compte rendu est gardé sur cet appareil.',
  'outside-contract':
    'Le jour de l’activité n’est dans aucun de vos contrats : corrigez la date, ou demandez à votre structure.',
  'scope-closed':
    'Votre dernier contrat est terminé depuis plus de 90 jours. Exportez ce compte rendu ou demandez à votre structure.',
  'date-in-future': 'Le jour de l’activité est dans le futur : corrigez la date.',
  erased: 'Ce document a été effacé définitivement.',
  'too-large': 'Le compte rendu est trop volumineux : raccourcissez la note.',
  'unknown-schema': 'Ce type de document n’est pas connu du serveur.',
} as const

export type RejectionCode = keyof typeof rejections

export interface Rejection {
  readonly code: RejectionCode
  /** Path of the field that is wrong, where one is. */
  readonly field?: string
  readonly message: string
}
