import { ownHalfDays, type OwnHalfDay } from '../../domain/commitments/training/own-half-days.ts'
import { reportIdOnHalfDay } from '../../domain/commitments/training/report-on-half-day.ts'
import { trainingRecord } from '../../domain/commitments/training/training-record.ts'
import type { DocumentId, ScopeId } from '../../domain/ids.ts'
import type { CoopDatabase } from './database.ts'
import { readKeptOwnTraining } from './training.ts'

/** A half-day of one's own training, as this device knows it. */
export interface LocalHalfDay extends OwnHalfDay {
  readonly scope: ScopeId
  /** The report that is filed under its own id, as long as there is one. */
  readonly reportId: DocumentId | undefined
}

/** One's half-days, by day: those that the server told last; none where this device has never read them. */
export async function ownHalfDaysHere(db: CoopDatabase): Promise<LocalHalfDay[]> {
  const known = await readKeptOwnTraining(db, 'mine')
  const own = (known?.structures ?? []).flatMap(({ scope, facts }) =>
    ownHalfDays(trainingRecord(facts)).map((halfDay) => ({ ...halfDay, scope })),
  )
  const keys = own.map(({ scope, session }): [ScopeId, DocumentId] => [
    scope,
    reportIdOnHalfDay(scope, session),
  ])
  const reports = await db.report.bulkGet(keys)
  return own.map((halfDay, index) => {
    return { ...halfDay, reportId: reports[index]?.state === 'live' ? keys[index]?.[1] : undefined }
  })
}
