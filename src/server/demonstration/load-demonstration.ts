import type { CalendarDay } from '../../domain/calendar-day.ts'
import type { JsonObject } from '../../domain/json.ts'
import { writeDemonstrationPeople } from '../store/demonstration-people.ts'
import type { Store } from '../store/store.ts'
import { inTransaction } from '../store/transaction.ts'
import { writeServerDocuments, type ServerDocument } from '../sync/write-server-document.ts'
import { declaredAbsences } from './declared-absences.ts'
import { demonstrationAssignments, type DemonstrationAssignment } from './demonstration-assignments.ts'
import { demonstrationPeople, firstDayOf, morningOf } from './demonstration-people.ts'
import { generateOtherActivities } from './generate-other-activities.ts'
import { plannedAppointments } from './planned-appointments.ts'
import { generateReports } from './generate-reports.ts'

/** What was loaded; nothing where the demonstration was there already. */
export interface DemonstrationLoaded {
  readonly people: number
  readonly documents: number
}

/**
 * Puts the cast, its two structures and two years of reports into the store, all or nothing. Done once: afterwards it
 * changes nothing, whatever people did with the data. The same day and moment give the same ids and bodies.
 */
export async function loadDemonstration(
  store: Store,
  { today, now }: { today: CalendarDay; now: Date },
): Promise<DemonstrationLoaded> {
  const assignments = demonstrationAssignments(today)
  const people = demonstrationPeople(assignments)
  return inTransaction(store, async (tx) => {
    if (!(await writeDemonstrationPeople(tx, people, now.toISOString()))) return { people: 0, documents: 0 }
    let documents = 0
    for (const assignment of assignments) {
      documents += await writeServerDocuments(tx, assignment.scope, documentsOf(assignment, { today, now }))
    }
    return { people: people.persons.length, documents }
  })
}

/** An advisor's places, as provisioned on the first day, then the reports and what is planned in the order of saving. */
function documentsOf(
  assignment: DemonstrationAssignment,
  until: { today: CalendarDay; now: Date },
): ServerDocument[] {
  const by = assignment.person.id
  const places = assignment.places.map(({ id, name, commune }) => ({
    collection: 'place' as const,
    id,
    body: { name, commune },
    by,
    at: morningOf(firstDayOf([assignment])),
  }))
  const accompaniments = assignment.role === 'advisor' ? generateReports(assignment, until) : []
  const reports = accompaniments.map(({ id, report, filedAt }) => ({
    collection: 'report' as const,
    id,
    // A report is JSON by its schema; the loose keys that the type also allows are not in what was generated.
    body: report as JsonObject,
    by,
    at: filedAt.toISOString(),
  }))
  const others = generateOtherActivities(assignment, until).map(({ id, body, filedAt }) => ({
    collection: 'report' as const,
    id,
    body,
    by,
    at: filedAt.toISOString(),
  }))
  const filed = [...reports, ...others].sort((a, b) => a.at.localeCompare(b.at))
  const planned = plannedAppointments(assignment, until).map(({ id, body, filedAt }) => ({
    collection: 'appointment' as const,
    id,
    body,
    by,
    at: filedAt.toISOString(),
  }))
  const absences = declaredAbsences(assignment, until).map(({ id, body, filedAt }) => ({
    collection: 'absence' as const,
    id,
    body,
    by,
    at: filedAt.toISOString(),
  }))
  return [...places, ...[...filed, ...planned, ...absences].sort((a, b) => a.at.localeCompare(b.at))]
}
