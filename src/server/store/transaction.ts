import { setTimeout as pause } from 'node:timers/promises'

import { CodedError } from '../../domain/errors.ts'
import { asTransaction } from './running-transaction.ts'
import { ConnectionLost, retryKind, SqlError } from './sql-error.ts'
import type { Store } from './store.ts'
import type { Db } from './tables.ts'

/** What retrying needs of the world. */
export interface RetryEdges {
  /** Milliseconds of a clock that never goes back. */
  now(): number
  /** In [0, 1). */
  random(): number
  pause(ms: number): Promise<unknown>
}

const realEdges: RetryEdges = { now: () => performance.now(), random: Math.random, pause }

/** Two transactions that met are tried again at once, this many times in all (sync.md 3.4). */
const triesWhenMet = 5
/** A lost database is waited for this long, in milliseconds (sync.md 2.3, rule 10). */
const patienceWhenLost = 30_000

/**
 * Runs `work` in one READ COMMITTED transaction and answers what it answers, after the commit. What fails for a
 * passing reason is run again from the start, so `work` must be safe to run twice: after a connection lost during
 * the commit, nobody knows whether it took effect. Throws CodedError `unavailable` or `busy`, or what `work` throws.
 */
export async function inTransaction<T>(
  store: Store,
  work: (tx: Db) => Promise<T>,
  edges: RetryEdges = realEdges,
): Promise<T> {
  return retrying(async () => {
    const leave = await store.writers.enter()
    try {
      return await store.db
        .transaction()
        .setIsolationLevel('read committed')
        .execute((tx) => asTransaction(() => work(tx)))
    } finally {
      leave()
    }
  }, edges)
}

/**
 * Runs `work`, which writes in a single statement, outside a transaction: that statement is one by itself. Bounded and
 * retried as `inTransaction`.
 */
export async function asWriter<T>(
  store: Store,
  work: (db: Db) => Promise<T>,
  edges: RetryEdges = realEdges,
): Promise<T> {
  return retrying(async () => {
    const leave = await store.writers.enter()
    try {
      return await work(store.db)
    } finally {
      leave()
    }
  }, edges)
}

/** Runs `work` over one unchanging picture of the database; it can't write. Retried as `inTransaction`. */
export async function snapshotRead<T>(
  store: Store,
  work: (tx: Db) => Promise<T>,
  edges: RetryEdges = realEdges,
): Promise<T> {
  return retrying(
    () =>
      store.db
        .transaction()
        .setIsolationLevel('repeatable read')
        .setAccessMode('read only')
        .execute((tx) => asTransaction(() => work(tx))),
    edges,
  )
}

/** One statement, or several that need not agree, outside a transaction. Retried as `inTransaction`. */
export async function retriedRead<T>(
  store: Store,
  work: (db: Db) => Promise<T>,
  edges: RetryEdges = realEdges,
): Promise<T> {
  return retrying(() => work(store.db), edges)
}

/** Tries again what failed for a passing reason, each time after a random part of a growing delay ("full jitter"). */
export async function retrying<T>(attempt: () => Promise<T>, edges: RetryEdges = realEdges): Promise<T> {
  const since = edges.now()
  for (let tries = 1; ; tries += 1) {
    try {
      return await attempt()
    } catch (error) {
      const delay = edges.random() * longestDelay(error, tries)
      if (!mayTryAgain(error, tries, edges.now() + delay - since)) throw codedFailure(error) ?? error
      await edges.pause(delay)
    }
  }
}

function longestDelay(error: unknown, tries: number): number {
  return retryKind(error) === 'again' ? Math.min(20 * 2 ** tries, 500) : Math.min(100 * 2 ** tries, 3_000)
}

function mayTryAgain(error: unknown, tries: number, elapsed: number): boolean {
  switch (retryKind(error)) {
    case 'again':
      return tries < triesWhenMet
    case 'reconnect':
      return elapsed < patienceWhenLost
    case 'no':
      return false
  }
}

/**
 * The coded error of a failure that passes with time (503), or undefined when it is a mistake of the program. For
 * queries that ran outside the functions above. A statement that PostgreSQL stopped for its length (57014) counts:
 * its row was locked, or the server overloaded.
 */
export function codedFailure(error: unknown): CodedError | undefined {
  if (error instanceof ConnectionLost) return new CodedError('unavailable', {}, error)
  if (!(error instanceof SqlError)) return undefined
  const passes = retryKind(error) !== 'no' || error.code === '57014'
  return passes ? new CodedError('unavailable', { sqlstate: error.code }, error) : undefined
}
