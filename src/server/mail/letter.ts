import type { Mail } from '../store/mail-outbox.ts'

/** A message as all of ours begin and end. */
export function letter(to: string, subject: string, paragraphs: readonly string[]): Mail {
  return { to, subject, body: ['Bonjour,', ...paragraphs, 'Espace Coop'].join('\n\n') }
}
