import { findSensitive, type SensitiveKind } from '../report/sensitive-text.ts'

/** Said under the field before anything is typed: a thread is read by two sides. */
export const messageHint =
  'Aucun nom de personne accompagnée, rien sur la santé. Ce que vous écrivez est lu des deux côtés et reste.'

/** What a message seems to hold that must not be written there; each may be wrong, and none refuses it. */
export function messageWarnings(text: string): string[] {
  return findSensitive(text).map((kind) => warnings[kind])
}

const warnings: Readonly<Record<SensitiveKind, string>> = {
  'social-security-number': 'Ce message semble contenir un numéro de sécurité sociale\u00A0: effacez-le.',
  'bank-card': 'Ce message semble contenir un numéro de carte bancaire\u00A0: effacez-le.',
  password: 'Ce message semble contenir un mot de passe\u00A0: effacez-le.',
}
