import { refusalOfRemoval, refusalOfRole } from '../../domain/access/change-members.ts'
import type { MemberRole, StructureAccess } from '../../domain/access/structure-access.ts'
import { CodedError } from '../../domain/errors.ts'
import type { PersonId, StructureId } from '../../domain/ids.ts'
import { pendingRequests } from '../store/access-requests.ts'
import { pendingInvitations } from '../store/invitations.ts'
import { deleteMember, lockMembers, namedMembers, writeMember } from '../store/members.ts'
import { inTransaction, snapshotRead } from '../store/transaction.ts'
import type { AccessDesk } from './access-desk.ts'

/** Who has access to a structure, and what waits; nothing for anybody who isn't a member while it is read. */
export async function readStructureAccess(
  { store }: AccessDesk,
  question: { person: PersonId; structure: StructureId },
): Promise<StructureAccess> {
  return snapshotRead(store, async (db) => ({
    members: await namedMembers(db, question),
    invitations: await pendingInvitations(db, question),
    requests: await pendingRequests(db, question),
  }))
}

interface Change {
  readonly by: PersonId
  readonly structure: StructureId
  readonly member: PersonId
}

/** Takes a member's access away, from the next request on. Throws `forbidden`, `not-a-member` or `last-responsable`. */
export async function removeMember({ store }: AccessDesk, { by, structure, member }: Change): Promise<void> {
  await inTransaction(store, async (tx) => {
    const members = await lockMembers(tx, structure)
    const refusal = members ? refusalOfRemoval(members, by, member) : 'forbidden'
    if (refusal) throw new CodedError(refusal)
    await deleteMember(tx, member, structure)
  })
}

/** Gives a member another role. Throws `forbidden`, `not-a-member` or `last-responsable`. */
export async function changeRole(
  { store, clock }: AccessDesk,
  { by, structure, member, role }: Change & { readonly role: MemberRole },
): Promise<void> {
  await inTransaction(store, async (tx) => {
    const members = await lockMembers(tx, structure)
    const refusal = members ? refusalOfRole(members, by, member, role) : 'forbidden'
    if (refusal) throw new CodedError(refusal)
    await writeMember(tx, { person: member, structure, role, at: clock().toISOString() })
  })
}
