import { frenchDayOf } from '../../domain/calendar-day.ts'
import { yearsDue } from '../../domain/open-data/edition.ts'
import { publishedYear } from '../../domain/open-data/published-rows.ts'
import type { Clock } from '../clock-and-ids.ts'
import type { AskedCopy } from '../figures/copy-questions.ts'
import { keepEdition, recordedEditions } from '../store/open-data-editions.ts'
import type { Store } from '../store/store.ts'
import { inTransaction, retriedRead } from '../store/transaction.ts'

export interface EditionParts {
  readonly store: Store
  readonly copy: AskedCopy
  readonly clock: Clock
  /** The first year that this deployment publishes. */
  readonly from: number
}

/**
 * Counts the years that are due and were never counted. What is kept of them is what is published, with all that is
 * small hidden; nothing is kept of the rest. A year without any activity has no edition. Answers the years it made.
 */
export async function makeEditions({ store, copy, clock, from }: EditionParts): Promise<number[]> {
  const recorded = new Set((await retriedRead(store, recordedEditions)).map(({ year }) => year))
  const made: number[] = []
  for (const year of yearsDue(frenchDayOf(clock()), from)) {
    if (recorded.has(year)) continue
    const { value, countedAt } = await copy.ask('open-data-year', { year })
    if (value.length === 0) continue
    const published = publishedYear(year, value)
    // Another server of the same database may have come first: then its count stands.
    if (await inTransaction(store, (tx) => keepEdition(tx, { year, countedAt, published }))) made.push(year)
  }
  return made
}
