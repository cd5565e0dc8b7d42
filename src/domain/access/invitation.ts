import type { ErrorCode } from '../errors.ts'

/** Days for which an invitation can be accepted. */
export const invitationDays = 7

/** Invitations of one structure that may wait at once. */
export const mostInvitations = 50

/** An invitation as it stands; addresses in the form in which they are compared. */
export interface Invitation {
  readonly emailKey: string
  readonly expiresAt: string
  readonly outcome: 'accepted' | 'declined' | 'withdrawn' | null
}

/**
 * Why somebody can't accept an invitation; undefined where they can. To anybody but the person whom it is for, nothing
 * else is told of it.
 */
export function refusalOfAcceptance(
  { emailKey, expiresAt, outcome }: Invitation,
  { addresses, at }: { addresses: readonly string[]; at: string },
): ErrorCode | undefined {
  if (!addresses.includes(emailKey)) return 'invitation-other-address'
  if (outcome === 'accepted') return 'invitation-used'
  if (outcome === 'withdrawn') return 'invitation-withdrawn'
  if (outcome === 'declined') return 'invitation-declined'
  return at >= expiresAt ? 'invitation-expired' : undefined
}

/** When an invitation made now ends. */
export function endOfInvitation(now: Date): Date {
  return new Date(now.getTime() + invitationDays * 86_400_000)
}
