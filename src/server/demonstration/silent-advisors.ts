import { addDays, addMonths, calendarDaySchema, type CalendarDay } from '../../domain/calendar-day.ts'
import { documentIdSchema, personIdSchema, scopeIdSchema, structureIdSchema } from '../../domain/ids.ts'
import type { DemonstrationPerson, DemonstrationRole } from './cast.ts'
import type { DemonstrationAssignment } from './demonstration-assignments.ts'
import type { DemonstrationStructure } from './demonstration-structures.ts'

/*
 * A structure whose three advisors have stopped filing, so that every reminder has somebody to be about: Léna is asked
 * herself, Malik's structure is, and of Nora the coordinator and the State hear.
 */

const siret = '99900006000015'

export const silentStructure: DemonstrationStructure = {
  id: structureIdSchema.parse('018ce800-0000-7000-8000-000000000104'),
  name: 'Centre social de Pamiers',
  siret,
  kind: 'private',
  commune: '09225',
}

export const silentPeople = {
  lena: person('c', 'Léna', 'Portal', 'advisor'),
  malik: person('d', 'Malik', 'Sarda', 'advisor'),
  nora: person('e', 'Nora', 'Vidal', 'advisor'),
  odile: person('f', 'Odile', 'Carrière', 'responsable'),
} as const

/** Days since the last activity of each, at least: a weekend may lie before. */
export const silentFor = { lena: 20, malik: 35, nora: 50 } as const
export type SilentAdvisor = keyof typeof silentFor

/** The team's coordinator hears of Nora. */
export const inTeam: SilentAdvisor = 'nora'

/** They began five months ago. */
export function silentAssignments(today: CalendarDay): DemonstrationAssignment[] {
  return [assignment('lena', '6', today), assignment('malik', '7', today), assignment('nora', '8', today)]
}

/** The last day on which an advisor of the demonstration has done anything. */
export function lastActiveDay(key: string, today: CalendarDay): CalendarDay {
  const silent = Object.entries(silentFor).find(([name]) => name === key)
  return silent ? addDays(today, -silent[1]) : today
}

function assignment(key: SilentAdvisor, number: string, today: CalendarDay): DemonstrationAssignment {
  return {
    key,
    role: 'advisor',
    scope: scopeIdSchema.parse(`018ce800-0000-7000-8000-00000000020${number}`),
    person: silentPeople[key],
    structure: silentStructure,
    contracts: [{ starts: calendarDaySchema.parse(`${addMonths(today, -5).slice(0, 7)}-01`), ends: null }],
    places: [
      {
        id: documentIdSchema.parse(`018ce800-0000-7000-8000-0000000003e${number}`),
        name: 'Centre social de Pamiers',
        commune: '09225',
        weight: 1,
        onSaturdays: false,
      },
    ],
    communes: ['09225'],
    ordinaryWeek: { low: 6, high: 12 },
  }
}

function person(
  number: string,
  givenName: string,
  familyName: string,
  role: DemonstrationRole,
): DemonstrationPerson {
  const name = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  const email = `${name(givenName)}.${name(familyName)}@centre-social.example`
  const id = personIdSchema.parse(`018ce800-0000-7000-8000-00000000000${number}`)
  return { id, givenName, familyName, email, siret, roles: [role] }
}
