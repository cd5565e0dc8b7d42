import type { PermittedActivity } from '../../domain/access/permitted-activity.ts'
import type { ReadingWay } from '../../domain/access/readings.ts'
import { frenchDayOf } from '../../domain/calendar-day.ts'
import { writeListReading, writeOpenings } from '../store/readings.ts'
import type { Store } from '../store/store.ts'
import { asWriter } from '../store/transaction.ts'
import type { Acting } from './declare-absence.ts'

/**
 * Writes down that a member is about to be given reports. Every route that gives some waits for it before it answers:
 * what can't be written down isn't read. Throws as a write does.
 */
export async function logReading(
  store: Store,
  { person: reader, structure, now }: Acting,
  way: ReadingWay,
  reports: readonly Pick<PermittedActivity, 'id' | 'advisorId' | 'date'>[],
): Promise<void> {
  if (reports.length === 0) return
  const read = { reader, structure, reports, day: frenchDayOf(now), at: now.toISOString() }
  await asWriter(store, (db) => (way === 'page' ? writeOpenings(db, read) : writeListReading(db, read, way)))
}
