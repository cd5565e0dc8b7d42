import {
  signedInPersonSchema,
  type OwnScope,
  type SignedInPerson,
} from '../../src/domain/access/signed-in-person.ts'
import { calendarDaySchema } from '../../src/domain/calendar-day.ts'
import { aPersonId, aScopeId, aStructureId } from './an-id.ts'

/** Awa, advisor of the town hall of Saint-Girons, with what the test is about. */
export function aPerson(fields: Partial<SignedInPerson> = {}): SignedInPerson {
  return signedInPersonSchema.parse({
    id: aPersonId(),
    givenName: 'Awa',
    familyName: 'Diallo',
    email: 'awa.diallo@saint-girons.example',
    scopes: [anOwnScope()],
    memberships: [],
    teams: [],
    state: null,
    trainingBody: null,
    ...fields,
  })
}

/** An assignment with an open contract since 2024. */
export function anOwnScope(fields: Partial<OwnScope> = {}): OwnScope {
  return {
    scope: aScopeId(),
    role: 'advisor',
    structureId: aStructureId(),
    structureName: 'Mairie de Saint-Girons',
    structureCommune: '09261',
    contracts: [{ starts: calendarDaySchema.parse('2024-11-01'), ends: null }],
    ...fields,
  }
}
