import { castMembers, type DemonstrationPerson, type DemonstrationRole } from '../demonstration/cast.ts'
import { association, townHall } from '../demonstration/demonstration-structures.ts'
import { silentPeople, silentStructure } from '../demonstration/silent-advisors.ts'
import { newcomers, newStructure } from '../demonstration/newcomers.ts'

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

/** The accounts of the cast, then of those who are still to get in. */
export const demonstrationAccounts: readonly DemonstrationAccount[] = [
  ...castMembers,
  ...Object.values(newcomers),
  ...Object.values(silentPeople),
].map((person) => ({
  subject: `demo-${person.id}`,
  givenName: person.givenName,
  familyName: person.familyName,
  email: person.email,
  emailVerified: true,
  siret: person.siret,
  capacity: capacityOf(person),
}))

function capacityOf({ roles, siret }: DemonstrationPerson): string {
  const structure = [townHall, association, newStructure, silentStructure].find(
    (candidate) => candidate.siret === siret,
  )
  if (roles.length === 0) return structure ? `Travaille pour ${structure.name}, sans accès` : 'Sans accès'
  return [...roles.map((role) => capacities[role]), ...(structure ? [structure.name] : [])].join(', ')
}
