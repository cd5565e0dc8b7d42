import type { SettlementsAnswer, SettleRequest } from '../../domain/access/month-anomalies.ts'
import { CodedError } from '../../domain/errors.ts'
import { addSettlement, settlementsOf, withdrawSettlement } from '../store/anomaly-settlements.ts'
import type { Store } from '../store/store.ts'
import { asWriter, snapshotRead } from '../store/transaction.ts'
import { findStructureAnomalies, type MonthQuestion } from './find-structure-anomalies.ts'

/**
 * Keeps what a *responsable* says of a finding that is there now; throws `not-found` for one whose facts have changed
 * meanwhile, of which something else would have to be said. Answers all that was said of it: where somebody was
 * quicker, theirs counts and this one is kept too.
 */
export async function settleAnomaly(
  store: Store,
  question: MonthQuestion,
  { id, key, sentence }: SettleRequest,
  at: string,
): Promise<SettlementsAnswer> {
  const { person: by, structure, month } = question
  const found = await snapshotRead(store, (db) => findStructureAnomalies(db, question))
  const anomaly = found.find((one) => one.key === key)
  if (!anomaly) throw new CodedError('not-found')
  const { kind, version, sentence: finding } = anomaly
  await asWriter(store, (db) =>
    addSettlement(db, { id, structure, key, month, kind, version, finding, sentence, by, at }),
  )
  return saidOf(store, question, key)
}

/** Takes back what was said: it stays in the history, with who took it back. */
export async function withdrawFromAnomaly(
  store: Store,
  { person: by, structure }: Pick<MonthQuestion, 'person' | 'structure'>,
  id: string,
  at: string,
): Promise<SettlementsAnswer> {
  const key = await asWriter(store, (db) => withdrawSettlement(db, { id, structure, by, at }))
  if (key === undefined) throw new CodedError('not-found')
  return saidOf(store, { structure }, key)
}

async function saidOf(
  { db }: Store,
  { structure }: Pick<MonthQuestion, 'structure'>,
  key: string,
): Promise<SettlementsAnswer> {
  return { key, settlements: await settlementsOf(db, structure, [key]) }
}
