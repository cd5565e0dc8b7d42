import { createHash } from 'node:crypto'
import { invitationDays } from '../../domain/access/invitation.ts'
import type { MemberRole } from '../../domain/access/structure-access.ts'
import type { AccessRequestId, InvitationId } from '../../domain/ids.ts'
import { emailKey } from '../store/people.ts'
import { letter } from '../mail/letter.ts'
import { writeMail, type Mail } from '../store/mail-outbox.ts'
import type { Db } from '../store/tables.ts'
import type { AccessDesk } from './access-desk.ts'

/* What is written to people about their access: short, without any name but that of the structure and of who invites. */

/** What a message tells of. */
type MailEvent =
  `invitation ${InvitationId}` | `request ${AccessRequestId}` | `${'accepted' | 'refused'} ${AccessRequestId}`

/** Puts a message in the outbox, unless that person was written to about it already. */
export async function tell(tx: Db, desk: AccessDesk, event: MailEvent, mail: Mail): Promise<void> {
  const recipient = createHash('sha256').update(emailKey(mail.to)).digest('hex')
  const written = { id: desk.ids.newId(), event: `${event} ${recipient}`, at: desk.clock().toISOString() }
  await writeMail(tx, { ...written, ...mail })
}

const roleWords: Record<MemberRole, string> = {
  responsable: 'Vous liriez les comptes rendus et les chiffres, et vous décideriez qui d’autre y a accès.',
  lecteur: 'Vous liriez les comptes rendus et les chiffres.',
}

export function invitationMail(
  desk: AccessDesk,
  {
    to,
    structure,
    by,
    role,
    token,
  }: { to: string; structure: string; by: string; role: MemberRole; token: string },
): Mail {
  return letter(to, `Invitation à lire les comptes rendus\u00A0: ${structure}`, [
    `${by} vous invite à lire les comptes rendus d’activité des conseillers et conseillères numériques de la structure «\u00A0${structure}\u00A0», dans Espace Coop.`,
    roleWords[role],
    `Pour accepter, ouvrez ce lien et connectez-vous avec l’adresse qui a reçu ce message\u00A0:\n${desk.publicUrl}/invitation/${token}`,
    `Le lien est valable ${invitationDays} jours, et pour cette adresse seulement. Si vous n’attendiez pas ce message, ne faites rien.`,
  ])
}

/** To whoever answers for the structure, or to the State where nobody does. */
export function requestMail(
  desk: AccessDesk,
  { to, structure, page }: { to: string; structure: string; page: string },
): Mail {
  return letter(to, `Une demande d’accès attend votre réponse\u00A0: ${structure}`, [
    `Une personne qui travaille pour «\u00A0${structure}\u00A0» demande à lire les comptes rendus de la structure dans Espace Coop.`,
    `Pour voir qui demande, et répondre\u00A0:\n${desk.publicUrl}${page}`,
  ])
}

export function acceptedMail(desk: AccessDesk, { to, structure }: { to: string; structure: string }): Mail {
  return letter(to, `Votre accès est ouvert\u00A0: ${structure}`, [
    `Votre demande est acceptée\u00A0: vous pouvez lire les comptes rendus de «\u00A0${structure}\u00A0» dans Espace Coop.`,
    `${desk.publicUrl}/structure`,
  ])
}

export function refusedMail(_desk: AccessDesk, { to, structure }: { to: string; structure: string }): Mail {
  return letter(to, `Votre demande d’accès n’est pas acceptée\u00A0: ${structure}`, [
    `Votre demande pour «\u00A0${structure}\u00A0» n’est pas acceptée. Si c’est une erreur, parlez-en à la personne responsable de la structure\u00A0: elle peut vous inviter.`,
  ])
}
