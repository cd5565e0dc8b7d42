import { frenchDayOf } from '../../domain/calendar-day.ts'
import type { PersonId, ScopeId } from '../../domain/ids.ts'
import type { Op } from '../../domain/sync/op.ts'
import { rejections } from '../../domain/sync/rejection.ts'
import type { OpResult, PushRequest } from '../../domain/sync/wire.ts'
import type { LockedScope, ScopeState, WrittenBy } from '../store/scope-state.ts'
import { isUniqueViolation } from '../store/sql-error.ts'
import { eraseValues } from '../store/sync-erasure.ts'
import { lockScopeFor, type Claim } from '../store/sync-lock.ts'
import { writeIfUnmoved, writeScopeChanges } from '../store/sync-scope-changes.ts'
import { readScopeState, readUnlockedScope, type UnlockedScope } from '../store/sync-scope-state.ts'
import type { Db } from '../store/tables.ts'
import { asWriter, inTransaction } from '../store/transaction.ts'
import { decideOps, numbersFor, type ErasedDocument } from './decide-ops.ts'
import { requireKnown } from './require-known.ts'
import type { SyncService } from './sync-service.ts'

/** Ops of one scope, in the order in which their device made them. */
export interface ScopeOps {
  readonly scope: ScopeId
  readonly ops: readonly Op[]
}

/** What became of the ops of one scope, and what was known of the device before them. */
export interface PushedToScope {
  readonly results: readonly [Op, OpResult][]
  readonly device?: UnlockedScope['device']
}

/**
 * Decides and writes the ops of one scope, and answers after the commit (I2): in two statements where nobody else
 * writes in the scope, and under its lock where somebody did or where something is erased, which takes several.
 */
export async function pushToScope(
  sync: SyncService,
  person: PersonId,
  request: PushRequest,
  { scope, ops }: ScopeOps,
): Promise<PushedToScope> {
  const push = { person, request, scope, ops }
  const pushed = await sync.turns.take(scope, () => decideAndWrite(sync, push))
  if (pushed) return pushed
  // The claim was refused without saying why: the whole push may be wrong, and otherwise the scope isn't the person's.
  await requireKnown(sync, person, request)
  return { results: ops.map((op) => [op, noAccess(op)]) }
}

interface Push extends ScopeOps {
  readonly person: PersonId
  readonly request: PushRequest
}

/** Undefined where the person has no grant on the scope, or the sender isn't one to be listened to. */
async function decideAndWrite(sync: SyncService, push: Push): Promise<PushedToScope | undefined> {
  if (push.ops.every(({ kind }) => kind !== 'erase')) {
    const pushed = await asWriter(sync.store, (db) => decideUnlocked(db, sync, push))
    if (pushed !== 'moved') return pushed
  }
  return inTransaction(sync.store, (tx) => decideUnderLock(tx, sync, push))
}

/** Read, decide, write where the counter hasn't moved (sync.md 3.4). `moved` where it has: nothing was written. */
async function decideUnlocked(
  db: Db,
  sync: SyncService,
  push: Push,
): Promise<PushedToScope | undefined | 'moved'> {
  const { scope, ops } = push
  const claim = claimOf(push)
  const read = await readUnlockedScope(db, scope, claim, questionOf(ops))
  if (!read) return undefined
  const { counter, state, device } = read
  const lock = { ...counter, scope, seq: counter.seq + numbersFor(ops) }
  const { results, changes, by } = decided(push, state, lock, sync.clock())
  if (changes.decisions.length > 0) {
    const unmoved = { scope, counter, claim, canWrite: state.canWrite === true }
    if (!(await isWritten(db, unmoved, changes, by))) return 'moved'
  }
  return { results: paired(ops, results), device }
}

/** A decision that another copy of the push has written meanwhile is refused by its key: the counter may not tell. */
async function isWritten(...write: Parameters<typeof writeIfUnmoved>): Promise<boolean> {
  try {
    return await writeIfUnmoved(...write)
  } catch (error) {
    if (isUniqueViolation(error)) return false
    throw error
  }
}

/** Lock, read, decide, write (sync.md 3.4). */
async function decideUnderLock(tx: Db, sync: SyncService, push: Push): Promise<PushedToScope | undefined> {
  const { scope, ops, person } = push
  const lock = await lockScopeFor(tx, scope, claimOf(push), numbersFor(ops))
  if (!lock) return undefined
  const state = await readScopeState(tx, scope, { person, ...questionOf(ops) })
  if (state.canWrite === undefined) return undefined
  const { results, changes, erased, by } = decided(push, state, lock, sync.clock())
  if (erased.length > 0) await erase(tx, sync, { lock, erased, by })
  await writeScopeChanges(tx, lock, changes, by)
  return { results: paired(ops, results) }
}

function claimOf({ person, request: { deviceId: device, epoch, protocol } }: Push): Claim {
  return { person, device, epoch, protocol }
}

function questionOf(ops: readonly Op[]) {
  return { ops: ops.map(({ opId }) => opId), documents: ops.map(({ id }) => id) }
}

function decided({ person, request, ops }: Push, state: ScopeState, lock: LockedScope, now: Date) {
  const by = { person, device: request.deviceId, at: now.toISOString() }
  const sender = { person, schema: request.schema, today: frenchDayOf(now), at: by.at }
  return { ...decideOps(ops, state, lock, sender), by }
}

function paired(ops: readonly Op[], results: readonly OpResult[]): [Op, OpResult][] {
  return ops.flatMap((op, index): [Op, OpResult][] => {
    const result = results[index]
    return result ? [[op, result]] : []
  })
}

/**
 * The list outside the backups is written first: an id on it whose erasure was never committed is asked for again by
 * its device, but one that is missing from it would come back with a restore.
 */
async function erase(
  tx: Db,
  sync: SyncService,
  { lock, erased, by }: { lock: LockedScope; erased: readonly ErasedDocument[]; by: WrittenBy },
): Promise<void> {
  const { scope } = lock
  await sync.erasedLog.append(erased.map((document) => ({ ...document, scope, by: by.person, at: by.at })))
  await eraseValues(tx, { scope, ids: erased.map(({ id }) => id), person: by.person, at: by.at })
}

/** The answer for a scope that isn't the person's: the same whether it exists or not. */
function noAccess({ opId }: Op): OpResult {
  return { opId, status: 'rejected', error: { code: 'no-access', message: rejections['no-access'] } }
}
