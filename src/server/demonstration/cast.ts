import { personIdSchema, type PersonId } from '../../domain/ids.ts'

/** In which capacities a person of the cast uses the application. */
export type DemonstrationRole = 'advisor' | 'responsable' | 'coordinator' | 'state' | 'training-body'

/** An account of the demonstration: somebody who doesn't exist, at an address that can't exist. */
export interface DemonstrationPerson {
  readonly id: PersonId
  readonly givenName: string
  readonly familyName: string
  readonly email: string
  /** Of the employer, as a real issuer would tell it; invented, but with a valid key. */
  readonly siret: string | null
  readonly roles: readonly DemonstrationRole[]
}

/** Invented numbers of the two structures, the State's service and the training body. */
export const townHallSiret = '99900001100018'
export const associationSiret = '99900002900010'
const stateSiret = '99900003700013'
const trainingBodySiret = '99900004500016'

/** The cast of the demonstration and of the tests (style.md): who they are, before what they do. */
export const cast = {
  awa: person(1, 'Awa', 'Diallo', 'awa.diallo@saint-girons.example', townHallSiret, ['advisor']),
  bruno: person(2, 'Bruno', 'Estèbe', 'bruno.estebe@saint-girons.example', townHallSiret, ['advisor']),
  chantal: person(3, 'Chantal', 'Rouch', 'chantal.rouch@saint-girons.example', townHallSiret, [
    'responsable',
  ]),
  denis: person(4, 'Denis', 'Galy', 'denis.galy@la-passerelle.example', associationSiret, ['responsable']),
  hugo: person(5, 'Hugo', 'Lafont', 'hugo.lafont@la-passerelle.example', associationSiret, ['advisor']),
  elsa: person(6, 'Elsa', 'Marchetti', 'elsa.marchetti@la-passerelle.example', associationSiret, [
    'coordinator',
  ]),
  farid: person(7, 'Farid', 'Benali', 'farid.benali@etat.example', stateSiret, ['state']),
  gaelle: person(8, 'Gaëlle', 'Le Goff', 'gaelle.legoff@formation.example', trainingBodySiret, [
    'training-body',
  ]),
} as const

export const castMembers: readonly DemonstrationPerson[] = Object.values(cast)

function person(
  number: number,
  givenName: string,
  familyName: string,
  email: string,
  siret: string | null,
  roles: readonly DemonstrationRole[],
): DemonstrationPerson {
  const id = personIdSchema.parse(`018ce800-0000-7000-8000-00000000000${number}`)
  return { id, givenName, familyName, email, siret, roles }
}
