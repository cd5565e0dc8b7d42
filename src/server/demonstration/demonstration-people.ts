import type { CalendarDay } from '../../domain/calendar-day.ts'
import { trainingBodyIdSchema } from '../../domain/commitments/training/training-ids.ts'
import { teamIdSchema } from '../../domain/ids.ts'
import type { DemonstrationPeople, DemonstrationPosts } from '../store/demonstration-people.ts'
import { cast, castMembers } from './cast.ts'
import type { DemonstrationAssignment } from './demonstration-assignments.ts'
import { association, townHall, type DemonstrationStructure } from './demonstration-structures.ts'
import { newcomerAssignment, newcomers, newStructure } from './newcomers.ts'
import { inTeam, silentAssignments, silentPeople, silentStructure } from './silent-advisors.ts'
import { seededRandom } from './seeded-random.ts'
import { seededDocumentId } from './seeded-uuid.ts'

/** The team that Elsa coordinates: every advisor of the cast. */
export const ariegeTeam = {
  id: teamIdSchema.parse('018ce800-0000-7000-8000-000000000401'),
  name: 'Conseillers numériques de l’Ariège',
  department: '09',
}

/** Where the cast is trained, and Gaëlle works. */
export const institute = {
  body: trainingBodyIdSchema.parse('018ce800-0000-7000-8000-000000000501'),
  name: 'Institut de la médiation numérique',
}

/** Who is who: employers and what they employ, the team, the State, the training body. */
export function demonstrationPeople(assignments: readonly DemonstrationAssignment[]): DemonstrationPeople {
  return {
    persons: castMembers,
    structures: [townHall, association].map(structureRow),
    assignments: assignments.map(assignmentRow),
    memberships: [
      { person: cast.chantal.id, structure: townHall.id, since: morningOf(firstDayOf(assignments)) },
      { person: cast.denis.id, structure: association.id, since: morningOf(firstDayOf(assignments)) },
    ],
    team: {
      ...ariegeTeam,
      coordinator: cast.elsa.id,
      members: assignments
        .filter(({ role }) => role === 'advisor')
        .map((assignment) => ({
          scope: assignment.scope,
          joins: firstDayOf([assignment]),
        })),
    },
    state: cast.farid.id,
    trainingBody: { person: cast.gaelle.id, ...institute },
  }
}

/** The structure that nobody answers for yet, and its advisor. */
export function newcomerPosts(today: CalendarDay): DemonstrationPosts {
  return {
    persons: [newcomers.ines],
    structures: [structureRow(newStructure)],
    assignments: [assignmentRow(newcomerAssignment(today))],
  }
}

/** The structure whose advisors have stopped filing, who answers for it, and the one of them who is in Elsa's team. */
export function silentPosts(today: CalendarDay): DemonstrationPosts {
  const assignments = silentAssignments(today)
  const joins = firstDayOf(assignments)
  const members = assignments.filter(({ key }) => key === inTeam).map(({ scope }) => ({ scope, joins }))
  return {
    persons: Object.values(silentPeople),
    structures: [structureRow(silentStructure)],
    assignments: assignments.map(assignmentRow),
    memberships: [{ person: silentPeople.odile.id, structure: silentStructure.id, since: morningOf(joins) }],
    joining: { team: ariegeTeam.id, members },
  }
}

function assignmentRow({ scope, person, structure, contracts, key, role }: DemonstrationAssignment) {
  return {
    scope,
    role,
    person: person.id,
    structure: structure.id,
    contracts: contracts.map((contract) => ({ id: contractIdOf(key, contract.starts), ...contract })),
  }
}

/** The first day of the first contract among assignments. */
export function firstDayOf(assignments: readonly DemonstrationAssignment[]): CalendarDay {
  const [first] = assignments.flatMap(({ contracts }) => contracts.map(({ starts }) => starts)).sort()
  if (first === undefined) throw new Error('an assignment has a contract')
  return first
}

/** Eight o'clock UTC, as an instant. */
export function morningOf(day: CalendarDay): string {
  return `${day}T08:00:00.000Z`
}

function structureRow({ id, siret, name, commune, kind }: DemonstrationStructure) {
  return { id, siret, name, commune, department: commune.slice(0, 2), kind }
}

/** The id of a contract of the demonstration. */
export function contractIdOf(key: string, starts: CalendarDay): string {
  return seededDocumentId(seededRandom(`${key}/contract/${starts}`), new Date(morningOf(starts)))
}
