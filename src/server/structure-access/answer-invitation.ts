import { roleAfter } from '../../domain/access/change-members.ts'
import { refusalOfAcceptance } from '../../domain/access/invitation.ts'
import type { OfferedInvitation } from '../../domain/access/structure-access.ts'
import { CodedError } from '../../domain/errors.ts'
import type { PersonId } from '../../domain/ids.ts'
import { acceptRequestsOf } from '../store/access-requests.ts'
import { invitationByToken, settleInvitation, type FoundInvitation } from '../store/invitations.ts'
import { lockMembers, writeMember } from '../store/members.ts'
import { ownAddresses } from '../store/people.ts'
import type { Db } from '../store/tables.ts'
import { inTransaction, snapshotRead } from '../store/transaction.ts'
import type { AccessDesk } from './access-desk.ts'
import { hashOfSecret } from './secret-of-link.ts'

interface Answering {
  readonly person: PersonId
  /** What the link holds. */
  readonly token: string
}

/** What an invitation offers to the person signed in; opening it uses nothing up. Throws as `acceptInvitation`. */
export async function readInvitation(desk: AccessDesk, answering: Answering): Promise<OfferedInvitation> {
  return snapshotRead(desk.store, async (db) => (await acceptable(db, desk, answering)).offer)
}

/**
 * Lets the person in, and uses the invitation up. Throws `invitation-unknown`, `-other-address`, `-used`,
 * `-withdrawn` or `-expired`: then nothing has changed.
 */
export async function acceptInvitation(desk: AccessDesk, answering: Answering): Promise<OfferedInvitation> {
  const { person } = answering
  return inTransaction(desk.store, async (tx) => {
    const { structureId: structure } = (await acceptable(tx, desk, answering)).offer
    const members = await lockMembers(tx, structure)
    // Read again in the structure's turn: it may have been used or withdrawn while this waited.
    const { id, offer } = await acceptable(tx, desk, answering)
    const at = desk.clock().toISOString()
    if (!members || !(await settleInvitation(tx, { id, structure, outcome: 'accepted', by: person, at })))
      throw new CodedError('invitation-unknown')
    await writeMember(tx, { person, structure, role: roleAfter(members.get(person), offer.role), at })
    await acceptRequestsOf(tx, person, structure, { by: person, at })
    return offer
  })
}

async function acceptable(db: Db, desk: AccessDesk, { person, token }: Answering): Promise<FoundInvitation> {
  const invitation = await invitationByToken(db, hashOfSecret(token))
  if (!invitation) throw new CodedError('invitation-unknown')
  const at = desk.clock().toISOString()
  const refusal = refusalOfAcceptance(invitation, { addresses: await ownAddresses(db, person), at })
  if (refusal) throw new CodedError(refusal)
  return invitation
}
