import { frenchDayOf } from '../../domain/calendar-day.ts'
import type { PersonId, ScopeId } from '../../domain/ids.ts'
import type { Op } from '../../domain/sync/op.ts'
import { rejections } from '../../domain/sync/rejection.ts'
import type { OpResult, PushRequest } from '../../domain/sync/wire.ts'
import type { LockedScope, WrittenBy } from '../store/scope-state.ts'
import { eraseValues } from '../store/sync-erasure.ts'
import { lockScopeFor } from '../store/sync-lock.ts'
import { writeScopeChanges } from '../store/sync-scope-changes.ts'
import { readScopeState } from '../store/sync-scope-state.ts'
import type { Db } from '../store/tables.ts'
import { inTransaction } from '../store/transaction.ts'
import { decideOps, numbersFor, type ErasedDocument } from './decide-ops.ts'
import { requireKnown } from './require-known.ts'
import type { SyncService } from './sync-service.ts'

/** Ops of one scope, in the order in which their device made them. */
export interface ScopeOps {
  readonly scope: ScopeId
  readonly ops: readonly Op[]
}

/** Decides and writes the ops of one scope in one transaction, and answers after its commit (I2). */
export async function pushToScope(
  sync: SyncService,
  person: PersonId,
  request: PushRequest,
  { scope, ops }: ScopeOps,
): Promise<[Op, OpResult][]> {
  const decided = await inTransaction(sync.store, (tx) =>
    decideUnderLock(tx, sync, { person, request, scope, ops }),
  )
  if (decided) return decided
  // The lock says no without saying why: the whole push may be wrong, and otherwise the scope isn't the person's.
  await requireKnown(sync, person, request)
  return ops.map((op) => [op, noAccess(op)])
}

interface Push extends ScopeOps {
  readonly person: PersonId
  readonly request: PushRequest
}

/** Lock, read, decide, write (sync.md 3.4). Undefined where the person has no grant on the scope. */
async function decideUnderLock(
  tx: Db,
  sync: SyncService,
  { person, request, scope, ops }: Push,
): Promise<[Op, OpResult][] | undefined> {
  const { deviceId: device, epoch, protocol, schema } = request
  const lock = await lockScopeFor(tx, scope, { person, device, epoch, protocol }, numbersFor(ops))
  if (!lock) return undefined
  const opIds = ops.map(({ opId }) => opId)
  const state = await readScopeState(tx, scope, { person, ops: opIds, documents: ops.map(({ id }) => id) })
  if (state.canWrite === undefined) return undefined
  const now = sync.clock()
  const by = { person, device, at: now.toISOString() }
  const sender = { person, schema, today: frenchDayOf(now), at: by.at }
  const { results, changes, erased } = decideOps(ops, state, lock, sender)
  if (erased.length > 0) await erase(tx, sync, { lock, erased, by })
  await writeScopeChanges(tx, lock, changes, by)
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
