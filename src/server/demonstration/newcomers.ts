import { addMonths, calendarDaySchema, type CalendarDay } from '../../domain/calendar-day.ts'
import { documentIdSchema, personIdSchema, scopeIdSchema, structureIdSchema } from '../../domain/ids.ts'
import type { DemonstrationPerson } from './cast.ts'
import type { DemonstrationAssignment } from './demonstration-assignments.ts'
import type { DemonstrationStructure } from './demonstration-structures.ts'

/*
 * A structure that nobody answers for yet, so that the way in can be walked: Jules, whom it employs, asks; the State
 * lets him in; he invites Karim, whom it doesn't employ. And Nour, whom any structure may recruit.
 */

const siret = '99900005200012'

export const newStructure: DemonstrationStructure = {
  id: structureIdSchema.parse('018ce800-0000-7000-8000-000000000103'),
  name: 'Mairie de Lavelanet',
  siret,
  kind: 'public',
  commune: '09160',
}

const ines: DemonstrationPerson = {
  id: personIdSchema.parse('018ce800-0000-7000-8000-000000000009'),
  givenName: 'Inès',
  familyName: 'Cazals',
  email: 'ines.cazals@lavelanet.example',
  siret,
  roles: ['advisor'],
}

/** Known to the issuer alone, as long as they haven't signed in. */
const jules: DemonstrationPerson = {
  id: personIdSchema.parse('018ce800-0000-7000-8000-00000000000a'),
  givenName: 'Jules',
  familyName: 'Authié',
  email: 'jules.authie@lavelanet.example',
  siret,
  roles: [],
}
const karim: DemonstrationPerson = {
  id: personIdSchema.parse('018ce800-0000-7000-8000-00000000000b'),
  givenName: 'Karim',
  familyName: 'Boudjema',
  email: 'karim.boudjema@pays-olmes.example',
  siret: null,
  roles: [],
}

/** Whom a structure recruits: it offers her a contract, which she accepts or not. */
const nour: DemonstrationPerson = {
  id: personIdSchema.parse('018ce800-0000-7000-8000-000000000010'),
  givenName: 'Nour',
  familyName: 'Haddad',
  email: 'nour.haddad@saint-girons.example',
  siret: null,
  roles: [],
}

export const newcomers = { ines, jules, karim, nour } as const

/** Inès began two months ago, and her contract ends in two. */
export function newcomerAssignment(today: CalendarDay): DemonstrationAssignment {
  const starts = calendarDaySchema.parse(`${addMonths(today, -2).slice(0, 7)}-01`)
  return {
    key: 'ines',
    role: 'advisor',
    scope: scopeIdSchema.parse('018ce800-0000-7000-8000-000000000205'),
    person: ines,
    structure: newStructure,
    contracts: [{ starts, ends: addMonths(today, 2) }],
    places: [
      {
        id: documentIdSchema.parse('018ce800-0000-7000-8000-0000000003d1'),
        name: 'Médiathèque de Lavelanet',
        commune: '09160',
        weight: 1,
        onSaturdays: true,
      },
    ],
    communes: ['09160'],
    ordinaryWeek: { low: 6, high: 12 },
  }
}
