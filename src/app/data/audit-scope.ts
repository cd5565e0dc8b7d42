import { withoutServer } from '../../domain/sync/device-document.ts'
import { addToDigest } from '../../domain/sync/digest.ts'
import type { ScopeId } from '../../domain/ids.ts'
import { sameJson } from '../../domain/json.ts'
import { maxMismatches } from '../../domain/sync/limits.ts'
import type { DigestMismatch, Grant } from '../../domain/sync/wire.ts'
import type { CoopDatabase } from './database.ts'
import { forRowsOfScope } from './document-tables.ts'
import type { LocalDocument } from './local-document.ts'
import { readMeta, writeMeta } from './meta.ts'
import { rebuildWanted, type ScopeCursor } from './scope-cursor.ts'
import { WorkingSet } from './working-set.ts'

/** Scopes whose rows were summed one by one since this program started. */
const summed = new WeakMap<CoopDatabase, Set<ScopeId>>()

/**
 * Compares what the device holds of a scope with the server's digest (sync.md 3.6). The running sum is enough from one
 * poll to the next; the rows themselves are summed once in each start of the program, when tombstones are purged, and
 * before anything is called a mismatch. A mismatch asks for a rebuild, once for each digest.
 *
 * @param cursor of a scope that is done, at the head of the grant
 * @param at the device's clock, for the diagnostic page
 * @returns the cursor as it is to be
 */
export async function auditScope(
  db: CoopDatabase,
  cursor: ScopeCursor,
  grant: Grant,
  at: number,
): Promise<ScopeCursor> {
  const isTrusted = summed.get(db)?.has(cursor.scope) && grant.horizon === cursor.horizon
  if (isTrusted && cursor.sum === grant.digest) return cursor
  await dropPurged(db, cursor.scope, grant.horizon)
  const { sum, lastSeq } = await sumRows(db, cursor.scope)
  summed.set(db, (summed.get(db) ?? new Set()).add(cursor.scope))
  const audited = { ...cursor, sum, horizon: grant.horizon }
  if (sum === grant.digest) return { ...audited, disputed: null }
  // An answer to a push, in another tab, is ahead of this page: nothing can be concluded from it.
  if (lastSeq > grant.head) return audited
  const { disputed } = cursor
  if (disputed?.head === grant.head && disputed.digest === grant.digest) return audited
  await noteMismatch(db, { scope: cursor.scope, head: grant.head, ours: sum, theirs: grant.digest }, at)
  return { ...rebuildWanted(audited), disputed: { head: grant.head, digest: grant.digest } }
}

/** Tombstones that the server has purged go here too: otherwise every purge looks like corruption. */
async function dropPurged(db: CoopDatabase, scope: ScopeId, horizon: number): Promise<void> {
  // Nothing was ever purged: there is nothing to look for.
  if (horizon === 0) return
  await dropRows(db, scope, ({ server }) => server?.state === 'deleted' && server.seq <= horizon)
}

/** What a rebuild didn't see is not on the server any more (mark and sweep); what has pending ops stays (I22). */
export async function sweep(db: CoopDatabase, { scope, generation }: ScopeCursor): Promise<void> {
  await dropRows(db, scope, ({ server }) => server !== null && server.generation !== generation)
}

async function dropRows(
  db: CoopDatabase,
  scope: ScopeId,
  isGone: (row: LocalDocument) => boolean,
): Promise<void> {
  await forRowsOfScope(db, scope, async (rows) => {
    const gone = rows.filter(isGone)
    if (gone.length === 0) return
    const set = await WorkingSet.load(db, gone)
    for (const row of gone) set.set(withoutServer(set.get(row)))
    await set.flush()
  })
}

async function sumRows(db: CoopDatabase, scope: ScopeId): Promise<{ sum: string; lastSeq: number }> {
  let sum = 0n
  let lastSeq = 0
  await forRowsOfScope(db, scope, async (rows) => {
    for (const { server } of rows) {
      if (!server) continue
      sum = addToDigest(sum, BigInt(server.h))
      lastSeq = Math.max(lastSeq, server.seq)
    }
  })
  return { sum: sum.toString(), lastSeq }
}

/** What a pull tells the server of sums that differed, once: both sides want to know of their bug (sync.md 3.6). */
export async function unreportedMismatches(db: CoopDatabase): Promise<DigestMismatch[]> {
  return (await readMeta(db, 'unreportedMismatches')) ?? []
}

/** The server has heard of these; what was found since stays to be told. */
export async function mismatchesReported(db: CoopDatabase, told: readonly DigestMismatch[]): Promise<void> {
  if (told.length === 0) return
  await db.transaction('rw', db.meta, async () => {
    const rest = (await unreportedMismatches(db)).filter((one) => !told.some((other) => sameJson(one, other)))
    await writeMeta(db, 'unreportedMismatches', rest)
  })
}

async function noteMismatch(db: CoopDatabase, mismatch: DigestMismatch, at: number): Promise<void> {
  await writeMeta(db, 'digestMismatches', ((await readMeta(db, 'digestMismatches')) ?? 0) + 1)
  const { scope, ours, theirs } = mismatch
  await writeMeta(db, 'lastMismatch', { scope, ours, theirs, at })
  const unreported = (await readMeta(db, 'unreportedMismatches')) ?? []
  await writeMeta(db, 'unreportedMismatches', [...unreported, mismatch].slice(-maxMismatches))
}
