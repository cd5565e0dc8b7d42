import type { JsonObject } from '../../domain/json.ts'
import { tableOf, type CoopDatabase } from './database.ts'
import type { LocalConflict } from './local-conflict.ts'

/** A document that is no report and has two versions, as it stands. */
export interface OtherConflict {
  readonly conflict: LocalConflict
  readonly body: JsonObject
}

/** Two versions of anything but a report, the oldest first: a report tells its own on its page. */
export async function otherConflicts(db: CoopDatabase): Promise<OtherConflict[]> {
  const conflicts = await db.conflict.filter(({ collection }) => collection !== 'report').sortBy('at')
  const rows = await Promise.all(
    conflicts.map(({ collection, scope, docId }) => tableOf(db, collection).get([scope, docId])),
  )
  return conflicts.flatMap((conflict, index) => {
    const row = rows[index]
    return row?.state === 'live' ? [{ conflict, body: row.body }] : []
  })
}
