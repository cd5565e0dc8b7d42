import { setImmediate as others } from 'node:timers/promises'
import { frenchDayOf } from '../../domain/calendar-day.ts'
import { lastYearToTell } from '../../domain/needs/edition-years.ts'
import type { Steps } from '../../domain/needs/hide-values.ts'
import { editionSteps } from '../../domain/needs/make-edition.ts'
import { communesYear } from '../../domain/territory/communes-year.ts'
import type { Clock } from '../clock-and-ids.ts'
import type { AskedCopy } from '../figures/copy-questions.ts'
import { editionsMade, keepEdition, type EditionMade } from '../store/needs-editions.ts'
import type { Store } from '../store/store.ts'
import { inTransaction, retriedRead } from '../store/transaction.ts'
import { allTerritories, type Territories } from '../territory/territories.ts'

/** By which rules editions hide: to be moved with them. An edition that is made stays as it was made. */
const method = 1

export interface EditionParts {
  readonly store: Store
  readonly copy: AskedCopy
  readonly clock: Clock
}

/**
 * Makes the editions of the years that may be told and aren't yet, and answers all there are, the last year first. A
 * year of which nothing is known has none: what comes later is not to be missing from it for ever. Throws `unavailable`
 * where one has to be made and the copy can't be had.
 */
export async function dueEditions(parts: EditionParts): Promise<EditionMade[]> {
  const made = await retriedRead(parts.store, editionsMade)
  const last = lastYearToTell(frenchDayOf(parts.clock()))
  if (made.some(({ year }) => year === last)) return made
  const making = underWay.get(parts.store) ?? makeDue(parts, made, last)
  underWay.set(parts.store, making)
  await making.finally(() => underWay.delete(parts.store))
  return retriedRead(parts.store, editionsMade)
}

/** Whoever asks meanwhile waits for the same. */
const underWay = new WeakMap<Store, Promise<void>>()

async function makeDue(
  { store, copy, clock }: EditionParts,
  made: readonly EditionMade[],
  last: number,
): Promise<void> {
  const { value: first = last } = await copy.ask('first-year-counted', undefined)
  const territories = await allTerritories()
  for (let year = first; year <= last; year += 1)
    if (!made.some((one) => one.year === year)) await makeOne({ store, copy, clock }, year, territories)
}

async function makeOne(
  { store, copy, clock }: EditionParts,
  year: number,
  { tree }: Territories,
): Promise<void> {
  const { value: counted } = await copy.ask('needs', { year })
  if (counted.length === 0) return
  const rows = await inSteps(editionSteps(counted, tree))
  const edition = { year, madeAt: clock().toISOString(), method, communesYear }
  await inTransaction(store, (tx) => keepEdition(tx, edition, rows))
}

/** Others are answered between two steps. */
async function inSteps<T>(steps: Steps<T>): Promise<T> {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
    await others()
  }
}
