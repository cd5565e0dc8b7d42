import type { DocumentId } from '../../domain/ids.ts'
import { valueAt, type JsonObject } from '../../domain/json.ts'
import { reportsOfPerson } from './beneficiaries.ts'
import type { CoopDatabase } from './database.ts'
import type { LocalPerson } from './people-of-rows.ts'
import type { LocalReport } from './reports.ts'

/** Everything that this device holds on one person. */
export interface HeldOnPerson {
  readonly local: LocalPerson
  readonly reports: readonly LocalReport[]
  /** Planned accompaniments on which one of those reports was filed. */
  readonly appointments: readonly JsonObject[]
}

export async function heldOnPerson(db: CoopDatabase, local: LocalPerson): Promise<HeldOnPerson> {
  const reports = await reportsOfPerson(db, local)
  return { local, reports, appointments: await appointmentsOf(db, reports) }
}

async function appointmentsOf(db: CoopDatabase, reports: readonly LocalReport[]): Promise<JsonObject[]> {
  const ids = new Set<DocumentId>(reports.map(({ id }) => id))
  const rows = await db.appointment
    .filter(({ state, body }) => {
      const report = valueAt(body, 'reportId')
      // Any text may be looked for among ids.
      return state === 'live' && typeof report === 'string' && ids.has(report as DocumentId)
    })
    .toArray()
  return rows.map(({ body }) => body)
}
