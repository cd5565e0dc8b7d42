import { castMembers, type DemonstrationRole } from '../demonstration/cast.ts'

/** An account of the demonstration issuer, with what it vouches for. */
export interface DemonstrationAccount {
  readonly subject: string
  readonly givenName: string
  readonly familyName: string
  readonly email: string
  readonly emailVerified: boolean
  readonly siret: string | null
  /** French: in which capacity, as the page of accounts shows it. */
  readonly capacity: string
}

const capacities: Readonly<Record<DemonstrationRole, string>> = {
  advisor: 'Conseil numérique',
  responsable: 'Responsable de la structure',
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
  capacity: person.roles.map((role) => capacities[role]).join(', '),
}))
