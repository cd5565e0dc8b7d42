import { addDays, frenchDayOf } from '../../domain/calendar-day.ts'
import { graceDaysAfterContract } from '../../domain/sync/limits.ts'
import { deleteSizesEndedBefore } from '../store/kit-facts.ts'
import type { Store } from '../store/store.ts'
import { asWriter } from '../store/transaction.ts'

/** Forgets clothing sizes of those whose last contract is over for as long as a scope closes. Answers of how many facts. */
export async function forgetOldSizes(store: Store, now: Date): Promise<number> {
  const before = addDays(frenchDayOf(now), -graceDaysAfterContract)
  return asWriter(store, (db) => deleteSizesEndedBefore(db, before))
}
