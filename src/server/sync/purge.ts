import type { ScopeId } from '../../domain/ids.ts'
import { mismatchDays, quarantineDays, tombstoneDays } from '../../domain/sync/limits.ts'
import { forgetMismatchesBefore } from '../store/digest-mismatches.ts'
import { erasedSince, eraseQuarantined } from '../store/sync-erasure.ts'
import { lockScope } from '../store/sync-lock.ts'
import {
  removeOps,
  removeTombstones,
  scopesWithOps,
  scopesWithTombstones,
  setHorizon,
} from '../store/sync-purge.ts'
import { forgetQuarantinedBefore } from '../store/sync-quarantine.ts'
import type { Db } from '../store/tables.ts'
import type { Store } from '../store/store.ts'
import { inTransaction, retriedRead } from '../store/transaction.ts'
import { digestWithout } from './scope-digest.ts'

/*
 * What the server forgets with time, a scope at a time, so that nobody waits long. Each job can be run at any moment,
 * any number of times, by several processes.
 */

/** Removes tombstones older than 400 days, with the horizon and the digest (sync.md 3.5). Answers how many. */
export async function purgeTombstones(store: Store, now: Date): Promise<number> {
  const before = daysBefore(now, tombstoneDays)
  const scopes = await retriedRead(store, (db) => scopesWithTombstones(db, before))
  return sumOver(scopes, (scope) => inTransaction(store, (tx) => purgeScope(tx, scope, before)))
}

async function purgeScope(tx: Db, scope: ScopeId, before: string): Promise<number> {
  const lock = await lockScope(tx, scope, 0)
  if (!lock) return 0
  const gone = await removeTombstones(tx, lock, before)
  const horizon = Math.max(lock.horizon, ...gone.map(({ seq }) => seq))
  await setHorizon(tx, lock, horizon, gone.reduce(digestWithout, lock.digest))
  return gone.length
}

/** Forgets results of ops older than 400 days. Answers how many. */
export async function purgeOldOps(store: Store, now: Date): Promise<number> {
  const before = daysBefore(now, tombstoneDays)
  const scopes = await retriedRead(store, (db) => scopesWithOps(db, before))
  return sumOver(scopes, (scope) => retriedRead(store, (db) => removeOps(db, scope, before)))
}

/** Forgets what couldn't be read, after 90 days. Answers how many texts. */
export async function purgeQuarantine(store: Store, now: Date): Promise<number> {
  return retriedRead(store, (db) => forgetQuarantinedBefore(db, daysBefore(now, quarantineDays)))
}

/**
 * Searches the quarantine again for what was erased in the last two days: a text that arrived at the same moment as
 * its erasure was seen by neither (I27).
 */
export async function purgeErasedFromQuarantine(store: Store, now: Date): Promise<void> {
  const erased = await retriedRead(store, (db) => erasedSince(db, daysBefore(now, 2)))
  for (const scope of new Set(erased.map((row) => row.scope))) {
    const ids = erased.filter((row) => row.scope === scope).map(({ id }) => id)
    await retriedRead(store, (db) => eraseQuarantined(db, { scope, ids, person: undefined }))
  }
}

/** Forgets what devices reported of digests, after 90 days. Answers how many. */
export async function purgeMismatches(store: Store, now: Date): Promise<number> {
  return retriedRead(store, (db) => forgetMismatchesBefore(db, daysBefore(now, mismatchDays)))
}

async function sumOver(
  scopes: readonly ScopeId[],
  purge: (scope: ScopeId) => Promise<number>,
): Promise<number> {
  let sum = 0
  for (const scope of scopes) sum += await purge(scope)
  return sum
}

function daysBefore(now: Date, days: number): string {
  return new Date(now.getTime() - days * 86_400_000).toISOString()
}
