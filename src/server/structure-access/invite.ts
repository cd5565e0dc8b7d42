import { endOfInvitation, mostInvitations } from '../../domain/access/invitation.ts'
import type { MemberRole } from '../../domain/access/structure-access.ts'
import { CodedError } from '../../domain/errors.ts'
import { invitationIdSchema, type InvitationId, type PersonId, type StructureId } from '../../domain/ids.ts'
import { invitedAddresses, settleInvitation, writeInvitation } from '../store/invitations.ts'
import { lockMembers, namedMembers } from '../store/members.ts'
import { emailKey } from '../store/people.ts'
import { structureName } from '../store/structure-name.ts'
import { inTransaction } from '../store/transaction.ts'
import { requireResponsable } from '../structure/require-responsable.ts'
import type { AccessDesk } from './access-desk.ts'
import { invitationMail, tell } from './access-mails.ts'
import { hashOfSecret } from './secret-of-link.ts'

/**
 * A *responsable* invites an address: it is sent a link whose secret is stored hashed only. Throws `forbidden` to
 * anybody who isn't one any more, `already-member`, `already-invited` or `too-many-invitations`.
 */
export async function invite(
  desk: AccessDesk,
  { by, structure, email, role }: { by: PersonId; structure: StructureId; email: string; role: MemberRole },
): Promise<void> {
  const id = invitationIdSchema.parse(desk.ids.newId())
  const token = desk.ids.newToken()
  await inTransaction(desk.store, async (tx) => {
    // Nobody is removed, and nobody else is invited, until this is written.
    await lockMembers(tx, structure)
    await requireResponsable(tx, by, structure)
    const now = desk.clock()
    const at = now.toISOString()
    const members = await namedMembers(tx, { person: by, structure })
    if (members.some((member) => emailKey(member.email) === emailKey(email)))
      throw new CodedError('already-member')
    const waiting = await invitedAddresses(tx, structure, at)
    if (waiting.includes(emailKey(email))) throw new CodedError('already-invited')
    if (waiting.length >= mostInvitations) throw new CodedError('too-many-invitations')
    const expiresAt = endOfInvitation(now).toISOString()
    await writeInvitation(tx, {
      id,
      structure,
      email,
      role,
      tokenHash: hashOfSecret(token),
      by,
      at,
      expiresAt,
    })
    const inviter = members.find(({ personId }) => personId === by)?.name ?? ''
    const words = { to: email, structure: await structureName(tx, structure), by: inviter, role, token }
    await tell(tx, desk, `invitation ${id}`, invitationMail(desk, words))
  })
  desk.wakePostman()
}

/** Takes an invitation back: its link opens nothing from then on. Throws `forbidden` or `invitation-unknown`. */
export async function withdrawInvitation(
  desk: AccessDesk,
  { by, structure, id }: { by: PersonId; structure: StructureId; id: InvitationId },
): Promise<void> {
  await inTransaction(desk.store, async (tx) => {
    await lockMembers(tx, structure)
    await requireResponsable(tx, by, structure)
    const at = desk.clock().toISOString()
    if (!(await settleInvitation(tx, { id, structure, outcome: 'withdrawn', by, at })))
      throw new CodedError('invitation-unknown')
  })
}
