import type { ScopeId } from '../../domain/ids.ts'
import { writeMail } from '../store/mail-outbox.ts'
import type { Db } from '../store/tables.ts'
import type { AccessDesk } from '../structure-access/access-desk.ts'

/** Tells somebody, once, that a structure has opened Espace Coop to them: by signing in with this address they are in. */
export async function tellOfContract(
  tx: Db,
  { ids, publicUrl }: AccessDesk,
  { scope, to, structure, at }: { scope: ScopeId; to: string; structure: string; at: string },
): Promise<void> {
  const body = [
    'Bonjour,',
    `La structure «\u00A0${structure}\u00A0» a enregistré votre contrat dans Espace Coop, où vous déposerez vos comptes rendus d’activité.`,
    `Pour entrer, connectez-vous avec l’adresse qui a reçu ce message\u00A0:\n${publicUrl}/connexion`,
    'Si vous n’attendiez pas ce message, ne faites rien, et prévenez la structure.',
    'Espace Coop',
  ].join('\n\n')
  const subject = `Votre accès à Espace Coop\u00A0: ${structure}`
  await writeMail(tx, { id: ids.newId(), event: `assignment ${scope}`, to, subject, body, at })
}
