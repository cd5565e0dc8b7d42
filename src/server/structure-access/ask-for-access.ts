import { hasResponsable } from '../../domain/access/change-members.ts'
import type { OwnEmployer } from '../../domain/access/structure-access.ts'
import { CodedError } from '../../domain/errors.ts'
import { accessRequestIdSchema, type PersonId } from '../../domain/ids.ts'
import { employerOf, lastRequest, writeRequest } from '../store/access-requests.ts'
import { addressesOfSettlers, lockMembers, membersOf } from '../store/members.ts'
import type { Db } from '../store/tables.ts'
import { inTransaction, snapshotRead } from '../store/transaction.ts'
import type { AccessDesk } from './access-desk.ts'
import { requestMail, tell } from './access-mails.ts'

/** The structure that a person's employer is, and where their request to read it stands. */
export async function readOwnEmployer({ store }: AccessDesk, person: PersonId): Promise<OwnEmployer> {
  return snapshotRead(store, (db) => ownEmployer(db, person))
}

/**
 * Asks for the person to read the structure that employs them, as the issuer vouched for it; answers how it stands.
 * Throws `unknown-employer`, `already-member` or `already-asked`.
 */
export async function askForAccess(desk: AccessDesk, person: PersonId): Promise<OwnEmployer> {
  const id = accessRequestIdSchema.parse(desk.ids.newId())
  const asked = await inTransaction(desk.store, async (tx) => {
    const structure = await employerOf(tx, person)
    const members = structure && (await lockMembers(tx, structure.id))
    if (!structure || !members) throw new CodedError('unknown-employer')
    if (members.has(person)) throw new CodedError('already-member')
    const at = desk.clock().toISOString()
    if (!(await writeRequest(tx, { id, person, structure: structure.id, at })))
      throw new CodedError('already-asked')
    const page = hasResponsable(members) ? `/structure/${structure.id}/acces` : '/etat/acces'
    for (const to of await addressesOfSettlers(tx, structure.id))
      await tell(tx, desk, `request ${id}`, requestMail(desk, { to, structure: structure.name, page }))
    return ownEmployer(tx, person)
  })
  desk.wakePostman()
  return asked
}

async function ownEmployer(db: Db, person: PersonId): Promise<OwnEmployer> {
  const structure = await employerOf(db, person)
  if (!structure) return { structure: null, isMember: false, hasResponsable: false, request: null }
  const members = await membersOf(db, structure.id)
  return {
    structure,
    isMember: members.has(person),
    hasResponsable: hasResponsable(members),
    request: await lastRequest(db, person, structure.id),
  }
}
