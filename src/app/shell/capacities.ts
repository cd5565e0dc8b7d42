import type { SignedInPerson } from '../../domain/access/signed-in-person.ts'

/** What a person does here, as the frame needs to know it. */
export interface Capacities {
  /** Files reports for at least one structure. */
  files: boolean
  /** Reads a structure's activities, as its employer. */
  reads: boolean
}

export function capacitiesOf(person: SignedInPerson): Capacities {
  return {
    files: person.scopes.length > 0,
    reads: person.memberships.length > 0,
  }
}
