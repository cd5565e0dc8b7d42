import { withServerDocument } from '../../domain/sync/device-document.ts'
import type { ScopeId } from '../../domain/ids.ts'
import type { Grant, PullAnswer, RecentAnswer, WireDocument } from '../../domain/sync/wire.ts'
import { appVersion } from './app-version.ts'
import { auditScope, sweep } from './audit-scope.ts'
import { applyConflicts } from './apply-conflicts.ts'
import { closeScope, reopenScope } from './close-scope.ts'
import type { CoopDatabase } from './database.ts'
import type { DeviceTools } from './device-tools.ts'
import { forgetDocuments } from './forget-documents.ts'
import { judgeAgain } from './judge-again.ts'
import { writeMeta } from './meta.ts'
import { isSamePosition, newCursor, readsBlindly, withGrant, type ScopeCursor } from './scope-cursor.ts'
import { cursorsOf, isOfOurHistory, noteContact } from './sync-context.ts'
import type { Sender } from './transport.ts'
import { returnOrphans, withdrawScopes } from './withdraw-scopes.ts'
import { WorkingSet } from './working-set.ts'

/** Where the device was when it asked. */
export type AskedPositions = ReadonlyMap<ScopeId, ScopeCursor>

/** Who asked for a page, and from where. */
export interface AskedPull {
  readonly sender: Sender
  readonly positions: AskedPositions
}

/**
 * Applies one page of a pull: grants, documents and cursors in one transaction (sync.md 3.7). A scope whose cursor is
 * no longer where it was when the page was asked for is left alone: another tab was faster, and a cursor never moves
 * back (I6). False where the answer is of another history than the device's.
 */
export async function applyPull(
  db: CoopDatabase,
  { sender, positions }: AskedPull,
  answer: PullAnswer,
  tools: DeviceTools,
): Promise<boolean> {
  return db.transaction('rw', db.tables, async () => {
    if (!(await isOfOurHistory(db, sender, answer.epoch))) return false
    await noteContact(db, answer.serverTime, tools)
    await writeMeta(db, 'newerApp', isNewerApp(answer.app))
    const granted = new Set(answer.grants.map((grant) => grant.scope))
    await withdrawScopes(db, granted, tools.now())
    await returnOrphans(db, granted, tools.now())
    const grants = await followedGrants(db, positions, answer.grants, tools)
    for (const grant of grants) await beginRebuild(db, grant)
    const scopes = new Set(grants.map((grant) => grant.scope))
    await applyDocuments(
      db,
      answer.changes.filter((change) => scopes.has(change.scope)),
    )
    await applyConflicts(db, answer.conflicts?.filter(({ scope }) => scopes.has(scope)) ?? [])
    for (const grant of grants) await advance(db, grant, answer, tools.now())
    if (!answer.more) await writeMeta(db, 'pulledOnce', true)
    return true
  })
}

/**
 * Applies the newest documents, before the first pull: by the same rule, without moving a cursor (sync.md 3.8). What
 * waits as orphans of their scopes comes back with them: edited before that, a document's ops would part (I11).
 */
export async function applyRecent(
  db: CoopDatabase,
  sender: Sender,
  answer: RecentAnswer,
  tools: DeviceTools,
): Promise<boolean> {
  return db.transaction('rw', db.tables, async () => {
    if (!(await isOfOurHistory(db, sender, answer.epoch))) return false
    await noteContact(db, answer.serverTime, tools)
    const scopes = new Set(answer.documents.map(({ scope }) => scope))
    await returnOrphans(db, scopes, tools.now())
    await applyDocuments(db, answer.documents)
    await writeMeta(db, 'bootstrapped', true)
    return true
  })
}

function isNewerApp(served: string | undefined): boolean {
  return served !== undefined && served !== appVersion && appVersion !== 'dev'
}

/** Grants whose scope stands where the page was asked from, with what the page says of them stored. */
async function followedGrants(
  db: CoopDatabase,
  asked: AskedPositions,
  grants: readonly Grant[],
  tools: DeviceTools,
): Promise<Grant[]> {
  const cursors = await cursorsOf(
    db,
    grants.map((grant) => grant.scope),
  )
  const followed: Grant[] = []
  for (const grant of grants) {
    const cursor = cursors.get(grant.scope) ?? newCursor(grant.scope)
    await takeGrant(db, cursor, grant, tools)
    const isReopened = cursor.closed && grant.closed === false
    if (!isReopened && isSamePosition(cursor, asked.get(grant.scope) ?? newCursor(grant.scope)))
      followed.push(grant)
  }
  return followed
}

/** What a grant says beside where to read. Other contracts may take what those before refused. */
async function takeGrant(
  db: CoopDatabase,
  before: ScopeCursor,
  grant: Grant,
  tools: DeviceTools,
): Promise<void> {
  await putCursor(db, before, withGrant(before, grant))
  if (grant.closed) await closeScope(db, grant.scope, tools.now())
  // An older server doesn't say.
  else if (grant.closed === false) await reopenScope(db, grant.scope)
  await judgeAgain(db, grant, tools)
}

/** A rebuild begins with the first page that starts from nothing: one that was wanted, or that the server asks for. */
async function beginRebuild(db: CoopDatabase, grant: Grant): Promise<void> {
  const { scope, reset, head } = grant
  const cursor = await cursorOf(db, scope)
  const isNew = reset || readsBlindly(cursor, grant)
  if (!isNew && cursor.rebuild?.phase !== 'wanted') return
  const generation = isNew ? cursor.generation + 1 : cursor.generation
  await db.cursor.put({ ...cursor, since: 0, generation, rebuild: { phase: 'running', asOf: head } })
}

async function applyDocuments(db: CoopDatabase, told: readonly WireDocument[]): Promise<void> {
  const set = await WorkingSet.load(db, told)
  const cursors = await cursorsOf(
    db,
    told.map(({ scope }) => scope),
  )
  for (const document of told) {
    const known = set.get(document)
    const heard = withServerDocument(known, document, cursors.get(document.scope)?.generation ?? 0)
    if (heard !== known) set.set(heard)
  }
  await set.flush()
  await forgetDocuments(
    db,
    told.filter(({ state }) => state === 'erased'),
  )
}

/** Moves a scope's cursor to what the page brought, ends its rebuild and checks its digest where it is done. */
async function advance(db: CoopDatabase, grant: Grant, answer: PullAnswer, at: number): Promise<void> {
  const next = answer.next[grant.scope]
  if (!next) return
  const before = await cursorOf(db, grant.scope)
  if (next.done && before.rebuild) await sweep(db, before)
  const swept = await cursorOf(db, grant.scope)
  const moved = { ...swept, since: Math.max(swept.since, next.seq) }
  const done = next.done ? { ...moved, rebuild: null, complete: true } : moved
  const isComparable = next.done && next.seq === grant.head
  const after = isComparable ? await auditScope(db, done, grant, at) : done
  await putCursor(db, before, after)
}

async function cursorOf(db: CoopDatabase, scope: ScopeId): Promise<ScopeCursor> {
  return (await db.cursor.get(scope)) ?? newCursor(scope)
}

/** An idle poll writes no cursor. Cursors are small, and their keys keep their order: their texts can be compared. */
async function putCursor(db: CoopDatabase, before: ScopeCursor, after: ScopeCursor): Promise<void> {
  const isStored = JSON.stringify(before) === JSON.stringify(after) && (await db.cursor.get(after.scope))
  if (!isStored) await db.cursor.put(after)
}
