import type { DocumentId, ScopeId } from '../ids.ts'
import { nameBasedId } from '../name-based-id.ts'

/**
 * The id of an appointment that comes from a calendar: two devices that read the same file with no network give it the
 * same one, so that it is there once when they meet. No other scope gives it.
 */
export function importedAppointmentId(scope: ScopeId, uid: string, occurrence = ''): DocumentId {
  return nameBasedId(scope, `appointment ${occurrence} ${uid}`)
}

/**
 * The id of the report that is filed on an appointment: filed on two devices it is one report, whose versions meet as
 * any others do, and a form that is opened twice finds its own draft.
 */
export function reportIdOf(scope: ScopeId, appointment: DocumentId): DocumentId {
  return nameBasedId(scope, `report ${appointment}`)
}
