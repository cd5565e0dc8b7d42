import type { MemberRole } from '../../../domain/access/structure-access.ts'

export const roleWords: Record<MemberRole, string> = {
  responsable: 'Responsable',
  lecteur: 'Lecture',
}

/** What each role may do. */
export const roleChoices = [
  { value: 'lecteur', label: 'Lecture' },
  { value: 'responsable', label: 'Responsable' },
] as const satisfies readonly { value: MemberRole; label: string }[]

/** To the person who is given the role. */
export const ownRoleWords: Record<MemberRole, string> = {
  responsable: 'Vous lirez les comptes rendus et les chiffres, et vous déciderez qui d’autre y a accès.',
  lecteur: 'Vous lirez les comptes rendus et les chiffres.',
}

export const roleHint =
  'En lecture, la personne lit les comptes rendus et les chiffres. Responsable, elle décide aussi qui a accès.'
