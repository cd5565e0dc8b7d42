import type { OpId } from '../../domain/ids.ts'
import { viewOfDevice } from '../../domain/sync/device-document.ts'
import type { NewOp, PendingOp } from '../../domain/sync/pending-op.ts'
import { inOrder } from './adopt-epoch.ts'
import type { CoopDatabase } from './database.ts'
import type { Draft } from './draft.ts'
import { inTransaction } from './in-transaction.ts'
import { withRoom } from './make-room.ts'
import { readUnsentFile, type UnsentFileRefusal } from './unsent-file.ts'
import { WorkingSet, type DocumentName } from './working-set.ts'

export type ImportOutcome =
  | {
      ok: true
      /** Documents with something that was not on this device. */
      added: number
      drafts: number
    }
  | { ok: false; reason: UnsentFileRefusal }

/**
 * Takes what another device of this person couldn't send, under the same op ids: whichever device sends first, the
 * server takes each op once (I4). All of the file or nothing; a second time adds nothing.
 */
export async function importUnsent(db: CoopDatabase, text: string): Promise<ImportOutcome> {
  const read = readUnsentFile(text, db.personId)
  if (!read.ok) return read
  const { waiting, orphans, drafts } = read.file
  const added = await withRoom(db, () =>
    inTransaction(db, db.tables, async () => ({
      added: await addOps(db, inOrder([...waiting, ...orphans])),
      drafts: await addDrafts(db, drafts),
    })),
  )
  db.announceSave()
  return { ok: true, ...added }
}

async function addOps(db: CoopDatabase, ops: readonly PendingOp[]): Promise<number> {
  const known = await knownIds(
    db,
    ops.map(({ opId }) => opId),
  )
  const byDocument = new Map<string, PendingOp[]>()
  for (const op of ops) {
    if (known.has(op.opId)) continue
    known.add(op.opId)
    byDocument.set(keyOf(op), [...(byDocument.get(keyOf(op)) ?? []), op])
  }
  const groups = [...byDocument.values()]
  const set = await WorkingSet.load(db, groups.flat())
  const taken = groups.filter((group) => queue(set, group))
  await set.flush()
  return taken.length
}

/** Behind what waits here already; false where the document was erased for good: nothing of it may come back (I27). */
function queue(set: WorkingSet, group: readonly PendingOp[]): boolean {
  const [first] = group
  if (!first) return false
  const document = set.get(first)
  if (viewOfDevice(document).state === 'erased') return false
  set.set(document, [...document.ops, ...group.map(asNew)])
  return true
}

/** Numbered anew by this device; never changed again under its id, since the other device may send it too. */
function asNew({ n: _n, held: _held, ...op }: PendingOp): NewOp {
  return { ...op, frozen: true }
}

async function knownIds(db: CoopDatabase, ids: readonly OpId[]): Promise<Set<OpId>> {
  const [queued, orphans, sent] = await Promise.all([
    db.outbox.where('opId').anyOf(ids).toArray(),
    db.orphan.where('opId').anyOf(ids).toArray(),
    db.sent.where('opId').anyOf(ids).toArray(),
  ])
  return new Set([...queued, ...orphans, ...sent].map(({ opId }) => opId))
}

/** A draft that was changed here since is the one that stays. */
async function addDrafts(db: CoopDatabase, drafts: readonly Draft[]): Promise<number> {
  const own = await db.draft.bulkGet(drafts.map(({ id }) => id))
  const newer = drafts.filter((draft, index) => draft.updatedAt > (own[index]?.updatedAt ?? -Infinity))
  await db.draft.bulkPut(newer)
  return newer.length
}

function keyOf({ scope, id }: DocumentName): string {
  return `${scope} ${id}`
}
