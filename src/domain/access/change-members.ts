import type { ErrorCode } from '../errors.ts'
import type { PersonId } from '../ids.ts'
import type { MemberRole } from './structure-access.ts'

/** Who reads a structure as its employer, and as what. */
export type Members = ReadonlyMap<PersonId, MemberRole>

/** Why a change isn't made; undefined where it may be. */
type Refusal = ErrorCode | undefined

/** Whether `by` may take a member's access away: any *responsable* may, their own too, but never the last one's. */
export function refusalOfRemoval(members: Members, by: PersonId, member: PersonId): Refusal {
  if (members.get(by) !== 'responsable') return 'forbidden'
  if (!members.has(member)) return 'not-a-member'
  return isLastResponsable(members, member) ? 'last-responsable' : undefined
}

/** Whether `by` may give a member this role: somebody must stay who answers for the structure. */
export function refusalOfRole(members: Members, by: PersonId, member: PersonId, role: MemberRole): Refusal {
  if (members.get(by) !== 'responsable') return 'forbidden'
  if (!members.has(member)) return 'not-a-member'
  return role === 'lecteur' && isLastResponsable(members, member) ? 'last-responsable' : undefined
}

/** Whether the State may let the first *responsable* in: where there is one, they answer. */
export function refusalOfFirst(members: Members): Refusal {
  return hasResponsable(members) ? 'has-responsable' : undefined
}

export function hasResponsable(members: Members): boolean {
  return [...members.values()].includes('responsable')
}

/** What somebody may do who is let in again: nothing is taken away by accepting. */
export function roleAfter(known: MemberRole | undefined, given: MemberRole): MemberRole {
  return known === 'responsable' ? known : given
}

function isLastResponsable(members: Members, person: PersonId): boolean {
  if (members.get(person) !== 'responsable') return false
  return [...members.values()].filter((role) => role === 'responsable').length === 1
}
