import { refusalOfFirst, roleAfter, type Members } from '../../domain/access/change-members.ts'
import type { MemberRole } from '../../domain/access/structure-access.ts'
import { CodedError, type ErrorCode } from '../../domain/errors.ts'
import type { AccessRequestId, PersonId, StructureId } from '../../domain/ids.ts'
import { settleRequest } from '../store/access-requests.ts'
import { lockMembers, writeMember } from '../store/members.ts'
import { addressOf } from '../store/people.ts'
import { structureName } from '../store/structure-name.ts'
import { inTransaction } from '../store/transaction.ts'
import type { AccessDesk } from './access-desk.ts'
import { acceptedMail, refusedMail, tell } from './access-mails.ts'

export interface Settlement {
  readonly by: PersonId
  readonly structure: StructureId
  readonly request: AccessRequestId
  /** What the person may do from now on; null refuses. */
  readonly role: MemberRole | null
}

/** A *responsable* answers a request. Throws `forbidden` to anybody who isn't one any more, or `request-settled`. */
export async function settleOwnRequest(desk: AccessDesk, settlement: Settlement): Promise<void> {
  await settle(desk, settlement, (members) =>
    members.get(settlement.by) === 'responsable' ? undefined : 'forbidden',
  )
}

/** The State lets in a structure's first *responsable*, or doesn't. Throws `has-responsable` or `request-settled`. */
export async function settleFirstRequest(desk: AccessDesk, settlement: Settlement): Promise<void> {
  await settle(desk, settlement, refusalOfFirst)
}

async function settle(
  desk: AccessDesk,
  { by, structure, request, role }: Settlement,
  refusalOf: (members: Members) => ErrorCode | undefined,
): Promise<void> {
  await inTransaction(desk.store, async (tx) => {
    const members = await lockMembers(tx, structure)
    const refusal = members ? refusalOf(members) : 'forbidden'
    if (!members || refusal) throw new CodedError(refusal ?? 'forbidden')
    const at = desk.clock().toISOString()
    const status = role === null ? 'refused' : 'accepted'
    const person = await settleRequest(tx, { id: request, structure, status, by, at })
    if (!person) throw new CodedError('request-settled')
    if (role !== null)
      await writeMember(tx, { person, structure, role: roleAfter(members.get(person), role), at })
    const to = await addressOf(tx, person)
    const write = role === null ? refusedMail : acceptedMail
    if (to !== undefined)
      await tell(
        tx,
        desk,
        `${status} ${request}`,
        write(desk, { to, structure: await structureName(tx, structure) }),
      )
  })
  desk.wakePostman()
}
