import { readingDays } from '../../domain/access/readings.ts'
import { addDays, frenchDayOf } from '../../domain/calendar-day.ts'
import { forgetListReadingsBefore, forgetOpeningsBefore } from '../store/readings.ts'
import type { Store } from '../store/store.ts'
import { asWriter } from '../store/transaction.ts'

/** Forgets who read what more than a year ago. Answers of how many rows. */
export async function forgetOldReadings(store: Store, now: Date): Promise<number> {
  const before = addDays(frenchDayOf(now), -readingDays)
  const openings = await asWriter(store, (db) => forgetOpeningsBefore(db, before))
  return openings + (await asWriter(store, (db) => forgetListReadingsBefore(db, before)))
}
