import type { PersonId, ScopeId } from '../../domain/ids.ts'
import type { Op } from '../../domain/sync/op.ts'
import { readOp, type ReadOp } from '../../domain/sync/read-op.ts'
import type { OpResult, PushAnswer, PushRequest } from '../../domain/sync/wire.ts'
import { noteDevice, type DeviceNote } from '../store/sync-devices.ts'
import { retriedRead } from '../store/transaction.ts'
import { isNews } from './device-news.ts'
import { keepUnerased } from './keep-raw.ts'
import { pushToScope } from './push-to-scope.ts'
import { requireKnown } from './require-known.ts'
import { requireOwnSender } from './require-standing.ts'
import type { PushedToScope } from './scope-push.ts'
import type { SyncService } from './sync-service.ts'

/**
 * Decides the ops of a push, each scope in a transaction of its own, and answers each one that has an id to answer to
 * (sync.md 3.3, 3.4). Throws a CodedError for a push that is refused whole; what was decided before that is answered
 * as `duplicate` when it comes again.
 */
export async function pushOps(
  sync: SyncService,
  person: PersonId,
  request: PushRequest,
): Promise<PushAnswer> {
  requireOwnSender(person, request)
  const read = request.ops.map((raw) => readOp(raw, request.schema))
  const scopes = byScope(read)
  const epoch = (scopes.size > 0 && request.epoch) || (await requireKnown(sync, person, request))
  const decided = new Map<Op, OpResult>()
  let device: PushedToScope['device']
  for (const [scope, ops] of scopes) {
    const pushed = await pushToScope(sync, person, request, { scope, ops })
    for (const [op, result] of pushed.results) decided.set(op, result)
    device = pushed.device
  }
  await keepUnreadable(sync, person, request, read)
  const note = noteOf(person, request, sync.clock())
  if (isNews(note, device)) sync.background.begin('note-device', () => noteDevice(sync.store.db, note))
  const results = read.flatMap((each) => resultOf(each, decided))
  return { epoch, serverTime: sync.clock().toISOString(), results }
}

/** Ops by scope, in the order in which scopes and ops first come: a person's saves keep their order (I11). */
function byScope(read: readonly ReadOp[]): Map<ScopeId, Op[]> {
  const scopes = new Map<ScopeId, Op[]>()
  for (const each of read) {
    if (each.kind === 'op') scopes.set(each.op.scope, [...(scopes.get(each.op.scope) ?? []), each.op])
  }
  return scopes
}

function resultOf(each: ReadOp, decided: ReadonlyMap<Op, OpResult>): OpResult[] {
  switch (each.kind) {
    case 'op': {
      const result = decided.get(each.op)
      return result ? [result] : []
    }
    case 'malformed':
      return [{ opId: each.opId, ...each.verdict }]
    case 'unreadable':
      return []
  }
}

async function keepUnreadable(
  sync: SyncService,
  person: PersonId,
  { deviceId: device }: PushRequest,
  read: readonly ReadOp[],
): Promise<void> {
  const at = sync.clock().toISOString()
  for (const each of read) {
    if (each.kind !== 'unreadable') continue
    const text = { person, device, raw: each.raw, reason: 'unreadable-op', at } as const
    await retriedRead(sync.store, (db) => keepUnerased(db, text))
  }
}

function noteOf(person: PersonId, request: PushRequest, now: Date): DeviceNote {
  const { deviceId: device, app, queued, queuedByScope } = request
  return { device, person, app, queued, queuedByScope, cursors: undefined, at: now.toISOString() }
}
