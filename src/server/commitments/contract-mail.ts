import { createHash } from 'node:crypto'
import { invitationDays } from '../../domain/access/invitation.ts'
import type { OfferId } from '../../domain/commitments/post-ids.ts'
import { letter } from '../mail/letter.ts'
import { writeMail } from '../store/mail-outbox.ts'
import type { Db } from '../store/tables.ts'
import type { AccessDesk } from '../structure-access/access-desk.ts'

/** Sends the link of an offer: the same words to anybody, whether the store knows them or not. */
export async function tellOfOffer(
  tx: Db,
  { ids, publicUrl }: AccessDesk,
  offer: { id: OfferId; to: string; structure: string; token: string; at: string },
): Promise<void> {
  const { to, structure, token, at } = offer
  const mail = letter(to, `Un contrat à accepter dans Espace Coop\u00A0: ${structure}`, [
    `La structure «\u00A0${structure}\u00A0» a enregistré un contrat avec vous dans Espace Coop, où les conseillers et conseillères numériques déposent leurs comptes rendus d’activité.`,
    `Pour lire les dates, puis accepter ou refuser, ouvrez ce lien et connectez-vous avec l’adresse qui a reçu ce message\u00A0:\n${publicUrl}/contrat/${token}`,
    `Le lien est valable ${invitationDays} jours, et pour cette adresse seulement. Tant que vous n’avez pas accepté, la structure ne voit rien de vous. Si vous n’attendiez pas ce message, ne faites rien.`,
  ])
  // By the hash of the secret: each link is sent once.
  const event = `contract-offer ${offer.id} ${createHash('sha256').update(token).digest('hex')}`
  await writeMail(tx, { id: ids.newId(), event, at, ...mail })
}
