import { addDays, addMonths, calendarDaySchema, type CalendarDay } from '../../domain/calendar-day.ts'
import { documentIdSchema, scopeIdSchema, type ScopeId } from '../../domain/ids.ts'
import { cast, type DemonstrationPerson } from './cast.ts'
import type { AdvisorPlace, DemonstrationAdvisor } from './demonstration-advisor.ts'
import { association, townHall, type DemonstrationStructure } from './demonstration-structures.ts'

/** An advisor of the cast at a host structure: a scope, its contracts, its places. */
export interface DemonstrationAssignment extends DemonstrationAdvisor {
  readonly scope: ScopeId
  readonly person: DemonstrationPerson
  readonly structure: DemonstrationStructure
  /** A coordinator files what advisors don't, and no accompaniments. */
  readonly role: 'advisor' | 'coordinator'
}

/** The assignments of the three advisors and of their coordinator, with contracts that began about two years before `today`. */
export function demonstrationAssignments(today: CalendarDay): DemonstrationAssignment[] {
  return [awaAt(today), brunoAt(today), hugoAt(today), elsaAt(today)]
}

function awaAt(today: CalendarDay): DemonstrationAssignment {
  return {
    key: 'awa',
    role: 'advisor',
    scope: scopeNumber(1),
    person: cast.awa,
    structure: townHall,
    contracts: [{ starts: monthsBefore(today, 24), ends: null }],
    places: awaPlaces,
    communes: couserans,
    ordinaryWeek: { low: 13, high: 23 },
  }
}

/** Renewed once: a year, then three. */
function brunoAt(today: CalendarDay): DemonstrationAssignment {
  const [first, renewal] = [monthsBefore(today, 24), monthsBefore(today, 12)]
  return {
    key: 'bruno',
    role: 'advisor',
    scope: scopeNumber(2),
    person: cast.bruno,
    structure: townHall,
    contracts: [
      { starts: first, ends: addDays(renewal, -1) },
      { starts: renewal, ends: addDays(addMonths(renewal, 36), -1) },
    ],
    places: brunoPlaces,
    communes: couserans,
    ordinaryWeek: { low: 11, high: 21 },
  }
}

function hugoAt(today: CalendarDay): DemonstrationAssignment {
  const starts = monthsBefore(today, 23)
  return {
    key: 'hugo',
    role: 'advisor',
    scope: scopeNumber(3),
    person: cast.hugo,
    structure: association,
    contracts: [{ starts, ends: addDays(addMonths(starts, 36), -1) }],
    places: hugoPlaces,
    communes: aroundFoix,
    ordinaryWeek: { low: 14, high: 25 },
  }
}

function elsaAt(today: CalendarDay): DemonstrationAssignment {
  return {
    key: 'elsa',
    role: 'coordinator',
    scope: scopeNumber(4),
    person: cast.elsa,
    structure: association,
    contracts: [{ starts: monthsBefore(today, 24), ends: null }],
    places: [],
    communes: aroundFoix,
    ordinaryWeek: { low: 0, high: 0 },
  }
}

/** The first day of a month, so many months back. */
function monthsBefore(today: CalendarDay, months: number): CalendarDay {
  return calendarDaySchema.parse(`${addMonths(today, -months).slice(0, 7)}-01`)
}

function scopeNumber(number: number): ScopeId {
  return scopeIdSchema.parse(`018ce800-0000-7000-8000-00000000020${number}`)
}

const awaPlaces: readonly AdvisorPlace[] = [
  place('a1', 'Médiathèque de Saint-Girons', '09261', 34, 'open-on-saturdays'),
  place('a2', 'Mairie de Saint-Girons', '09261', 24),
  place('a3', 'France services de Saint-Girons', '09261', 22),
  place('a4', 'Mairie de Saint-Lizier', '09268', 12),
  place('a5', 'EHPAD de Saint-Lizier', '09268', 8),
]

const brunoPlaces: readonly AdvisorPlace[] = [
  place('b1', 'Bus numérique du Couserans', '09285', 26, 'open-on-saturdays'),
  place('b2', 'Mairie de Saint-Girons', '09261', 22),
  place('b3', 'France services de Massat', '09182', 18),
  place('b4', 'Mairie de Castillon-en-Couserans', '09085', 14),
  place('b5', 'Médiathèque de Seix', '09285', 12),
  place('b6', 'Salle des fêtes de Prat-Bonrepaux', '09235', 8),
]

const hugoPlaces: readonly AdvisorPlace[] = [
  place('c1', 'Local de La Passerelle', '09122', 42),
  place('c2', 'Médiathèque de Foix', '09122', 24, 'open-on-saturdays'),
  place('c3', 'France services de Varilhes', '09324', 20),
  place('c4', 'Centre social de Pamiers', '09225', 14),
]

/** Saint-Girons first, then the villages around. */
const couserans = [
  '09261',
  '09268',
  '09182',
  '09085',
  '09285',
  '09223',
  '09235',
  '09289',
  '09214',
  '09209',
] as const

/** Foix first, then the towns down the Ariège. */
const aroundFoix = ['09122', '09225', '09324', '09264', '09329', '09306', '09272'] as const

function place(
  suffix: string,
  name: string,
  commune: string,
  weight: number,
  saturdays?: 'open-on-saturdays',
): AdvisorPlace {
  const id = documentIdSchema.parse(`018ce800-0000-7000-8000-0000000003${suffix}`)
  return { id, name, commune, weight, onSaturdays: saturdays !== undefined }
}
