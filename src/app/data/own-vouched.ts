import { ownVouchedSchema, type OwnVouched } from '../../domain/access/structure-months.ts'
import { fetchCounted, type CountedOutcome } from './counted-elsewhere.ts'
import type { CoopDatabase } from './database.ts'
import { browserFetch, type Fetch } from './http-client.ts'
import { keepAnswer, readKeptAnswer } from './kept-answer.ts'

const key = 'own-vouched'
const query = 'mine'

/** What structures vouched for of one's own work, from the server now. */
export async function fetchOwnVouched(
  _question: string,
  fetch: Fetch = browserFetch,
): Promise<CountedOutcome<OwnVouched>> {
  return fetchCounted(fetch, '/api/own-vouched', ownVouchedSchema)
}

/** Keeps it in the person's own database, so that signing out takes it away. */
export async function keepOwnVouched(
  db: CoopDatabase,
  _question: string,
  figures: OwnVouched,
): Promise<void> {
  await keepAnswer(db, key, { query, figures })
}

export async function readKeptOwnVouched(db: CoopDatabase): Promise<OwnVouched | undefined> {
  return readKeptAnswer(db, key, query, ownVouchedSchema)
}
