import { castMembers, type DemonstrationPerson, type DemonstrationRole } from '../demonstration/cast.ts'
import { association, townHall } from '../demonstration/demonstration-structures.ts'

/** An account of the demonstration issuer, with what it vouches for. */
export interface DemonstrationAccount {
  readonly subject: string
  readonly givenName: string
  readonly familyName: string
  readonly email: string
  readonly emailVerified: boolean
  readonly siret: string | null
  /** French: in which capacity and where, as the page of accounts shows it. */
  readonly capacity: string
}

const capacities: Readonly<Record<DemonstrationRole, string>> = {
  advisor: 'Conseil numérique',
  responsable: 'Responsable',
  coordinator: 'Coordination d’une équipe',
  state: 'État',
  'training-body': 'Organisme de formation',
}

/** The accounts of the cast. */
export const demonstrationAccounts: readonly DemonstrationAccount[] = castMembers.map((person) => ({
  subject: `demo-${person.id}`,
  givenName: person.givenName,
  familyName: person.familyName,
  email: person.email,
  emailVerified: true,
  siret: person.siret,
  capacity: capacityOf(person),
}))

function capacityOf({ roles, siret }: DemonstrationPerson): string {
  const structure = [townHall, association].find((candidate) => candidate.siret === siret)
  return [...roles.map((role) => capacities[role]), ...(structure ? [structure.name] : [])].join(', ')
}
