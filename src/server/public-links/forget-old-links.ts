import { addDays, frenchDayOf } from '../../domain/calendar-day.ts'
import { forgetOldLinks } from '../store/public-links.ts'
import type { Store } from '../store/store.ts'
import { asWriter } from '../store/transaction.ts'

/** How long a link that shows nothing any more is still listed for its author. */
const listedDays = 365

/** Forgets links that were closed or ended long ago, with what their authors wrote. */
export async function forgetLinksOfLongAgo(store: Store, now: Date): Promise<number> {
  const day = addDays(frenchDayOf(now), -listedDays)
  return asWriter(store, (db) => forgetOldLinks(db, { day, at: `${day}T00:00:00.000Z` }))
}
