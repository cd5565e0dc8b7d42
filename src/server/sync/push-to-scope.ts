import { frenchDayOf } from '../../domain/calendar-day.ts'
import { CodedError } from '../../domain/errors.ts'
import type { PersonId } from '../../domain/ids.ts'
import type { Op } from '../../domain/sync/op.ts'
import { rejections } from '../../domain/sync/rejection.ts'
import type { OpResult, PushRequest } from '../../domain/sync/wire.ts'
import type { LockedScope, ScopeState, WrittenBy } from '../store/scope-state.ts'
import { isUniqueViolation } from '../store/sql-error.ts'
import { eraseValues } from '../store/sync-erasure.ts'
import { lockScopeFor, type Claim } from '../store/sync-lock.ts'
import { writeIfUnmoved, writeScopeChanges } from '../store/sync-scope-changes.ts'
import { readScopeState, readUnlockedScope } from '../store/sync-scope-state.ts'
import type { Db } from '../store/tables.ts'
import { asWriter, inTransaction } from '../store/transaction.ts'
import { decideOps, numbersFor, type ErasedDocument } from './decide-ops.ts'
import { requireKnown } from './require-known.ts'
import type { PushedToScope, ScopeOps, ScopePush } from './scope-push.ts'
import type { Turn } from './scope-turns.ts'
import type { SyncService } from './sync-service.ts'

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
  const turn = turnOf({ person, request, scope, ops })
  const pushed = await sync.turns.take(turn, (pushes) => decideWaiting(sync, pushes))
  if (pushed) return pushed
  // The claim was refused without saying why: the whole push may be wrong, and otherwise the scope isn't the person's.
  await requireKnown(sync, person, request)
  return { results: ops.map((op) => [op, noAccess(op)]) }
}

/** Pushes of one person's devices wait for one another in a scope, and are decided together when their turn comes. */
function turnOf(push: ScopePush): Turn<ScopePush> {
  const { person, scope, ops } = push
  const { epoch, protocol } = push.request
  const together = mayErase(push) ? undefined : `${person} ${epoch} ${protocol}`
  return { scope, ask: push, together, size: ops.length }
}

function mayErase({ ops }: ScopePush): boolean {
  return ops.some(({ kind }) => kind === 'erase')
}

type Pushed = PushedToScope | undefined

/** All at once where that goes well; one by one otherwise, so that each is answered for what it is itself. */
async function decideWaiting(
  sync: SyncService,
  pushes: readonly ScopePush[],
): Promise<PromiseSettledResult<Pushed>[]> {
  const together = pushes.length > 1 ? await decideTogether(sync, pushes) : undefined
  if (together) return together
  const outcomes: PromiseSettledResult<Pushed>[] = []
  for (const push of pushes) outcomes.push(...(await Promise.allSettled([decideAlone(sync, push)])))
  return outcomes
}

async function decideTogether(
  sync: SyncService,
  pushes: readonly ScopePush[],
): Promise<PromiseSettledResult<Pushed>[] | undefined> {
  try {
    const pushed = await asWriter(sync.store, (db) => decideUnlocked(db, sync, pushes))
    return pushed === 'moved' ? undefined : pushed?.map((value) => ({ status: 'fulfilled', value }))
  } catch (error) {
    // The store was out of reach for as long as one waits for it: it is so for each of them.
    if (error instanceof CodedError) return pushes.map(() => ({ status: 'rejected', reason: error }))
    // One of them is what the store can't take: each will say whether it is.
    sync.log.warn({ pushes: pushes.length }, 'Pushes are decided one by one')
    return undefined
  }
}

async function decideAlone(sync: SyncService, push: ScopePush): Promise<Pushed> {
  if (!mayErase(push)) {
    const pushed = await asWriter(sync.store, (db) => decideUnlocked(db, sync, [push]))
    if (pushed !== 'moved') return pushed?.[0]
  }
  return inTransaction(sync.store, (tx) => decideUnderLock(tx, sync, push))
}

/**
 * Read, decide, write where the counter hasn't moved (sync.md 3.4). Undefined where the person has no grant on the
 * scope or a sender isn't one to be listened to; `moved` where the counter has: then nothing was written.
 */
async function decideUnlocked(
  db: Db,
  sync: SyncService,
  pushes: readonly ScopePush[],
): Promise<PushedToScope[] | undefined | 'moved'> {
  const [{ scope } = raise()] = pushes
  const claim = claimOf(pushes)
  const ops = opsOf(pushes)
  const read = await readUnlockedScope(db, scope, claim, questionOf(ops))
  if (!read) return undefined
  const { counter, state, devices } = read
  const lock = { ...counter, scope, seq: counter.seq + numbersFor(ops) }
  const { results, changes, by } = decided(pushes, state, lock, sync.clock())
  if (changes.decisions.length > 0) {
    const unmoved = { scope, counter, claim, canWrite: state.canWrite === true }
    if (!(await isWritten(db, unmoved, changes, by))) return 'moved'
  }
  return pushes.map(({ ops: own, request }, index) => {
    return { results: paired(own, results[index] ?? []), device: devices.get(request.deviceId) }
  })
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
async function decideUnderLock(tx: Db, sync: SyncService, push: ScopePush): Promise<Pushed> {
  const { scope, ops, person } = push
  const lock = await lockScopeFor(tx, scope, claimOf([push]), numbersFor(ops))
  if (!lock) return undefined
  const state = await readScopeState(tx, scope, { person, ...questionOf(ops) })
  if (state.canWrite === undefined) return undefined
  const { results, changes, erased, by } = decided([push], state, lock, sync.clock())
  if (erased.length > 0) await erase(tx, sync, { lock, erased, by })
  await writeScopeChanges(tx, lock, changes, by)
  return { results: paired(ops, results[0] ?? []) }
}

/** Of pushes that may be decided together: person, epoch and protocol are the same. */
function claimOf(pushes: readonly ScopePush[]): Claim {
  const [{ person, request } = raise()] = pushes
  const { epoch, protocol } = request
  return { person, devices: pushes.map((push) => push.request.deviceId), epoch, protocol }
}

function opsOf(pushes: readonly ScopePush[]): Op[] {
  return pushes.flatMap(({ ops }) => ops)
}

function questionOf(ops: readonly Op[]) {
  const again = ops.filter(({ accepted }) => accepted).map(({ id }) => id)
  return { ops: ops.map(({ opId }) => opId), documents: ops.map(({ id }) => id), again }
}

function decided(pushes: readonly ScopePush[], state: ScopeState, lock: LockedScope, now: Date) {
  const at = now.toISOString()
  const sent = pushes.map(({ person, request: { deviceId: device, schema }, ops }) => {
    return { sender: { person, device, schema, at }, ops }
  })
  const [{ person } = raise()] = pushes
  return { ...decideOps(sent, state, lock, frenchDayOf(now)), by: { person, at } }
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

function raise(): never {
  throw new Error('a turn was taken for no push')
}
