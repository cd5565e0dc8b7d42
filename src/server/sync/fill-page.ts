import type { CalendarDay } from '../../domain/calendar-day.ts'
import type { ScopeId } from '../../domain/ids.ts'
import { identifiesPeople, isClosed } from '../../domain/sync/closed-scope.ts'
import type { Grant, PullAnswer, PulledConflict, PullRequest, WireDocument } from '../../domain/sync/wire.ts'
import {
  changesAfter,
  type ChangedConflict,
  type ChangedDocument,
  type ScopeHead,
} from '../store/sync-changes.ts'
import type { ScopeGrant } from '../store/sync-standing.ts'
import type { Db } from '../store/tables.ts'
import { wireDocument } from './wire-document.ts'

type Page = Pick<PullAnswer, 'grants' | 'changes' | 'next' | 'more'> & { conflicts: PulledConflict[] }

/** How far a page may still go. */
interface Room {
  documents: number
  bytes: number
  /** Whether nothing is on the page yet. */
  empty: boolean
}

/**
 * Takes changes scope by scope in ascending order until the page is full. A scope is `done` when none of its changes
 * is left out: then its cursor is the head of that very statement, and the largest seq given before. Never the head
 * that another statement read (sync.md 2.3, rule 3).
 */
export async function fillPage(
  tx: Db,
  { grants, today }: { grants: readonly ScopeGrant[]; today: CalendarDay },
  heads: ReadonlyMap<ScopeId, ScopeHead>,
  { scopes: cursors, limit, maxBytes }: Pick<PullRequest, 'scopes' | 'limit' | 'maxBytes'>,
): Promise<Page> {
  const page: Page = { grants: [], changes: [], conflicts: [], next: {}, more: false }
  const room: Room = { documents: limit, bytes: maxBytes, empty: true }
  for (const grant of grants) {
    const head = heads.get(grant.scope)
    if (!head) continue
    const cursor = cursors[grant.scope] ?? fromTheStart
    const reset = mustReset(cursor, head)
    const since = reset ? 0 : cursor.since
    const closed = isClosed(grant.contracts, today)
    const taken = await takeChanges(tx, grant.scope, { since, head, closed }, room)
    page.grants.push({ ...wireGrant(grant, head), reset, closed })
    for (const change of taken.changes) {
      if (!isConflict(change)) page.changes.push(change)
      // Two versions of a person are values too: of a closed scope they are not told.
      else if (!closed || !identifiesPeople(change.collection)) page.conflicts.push(change)
    }
    page.next[grant.scope] = { seq: taken.seq, done: taken.done }
    page.more ||= !taken.done
  }
  return page
}

/** Whether no scope has anything to tell after these cursors, so that `fillPage` reads nothing more. */
export function isIdle(
  grants: readonly ScopeGrant[],
  heads: ReadonlyMap<ScopeId, ScopeHead>,
  { scopes: cursors }: Pick<PullRequest, 'scopes'>,
): boolean {
  return grants.every(({ scope }) => {
    const [head, cursor] = [heads.get(scope), cursors[scope] ?? fromTheStart]
    return !head || (!mustReset(cursor, head) && head.head <= cursor.since)
  })
}

const fromTheStart = { since: 0, asOf: 0 }

/**
 * Whether the device is to rebuild the scope: what was purged went past the head at which it began, or its cursor is
 * of another history (sync.md 3.5).
 */
export function mustReset(cursor: { since: number; asOf: number }, { head, horizon }: ScopeHead): boolean {
  return cursor.since > 0 && (cursor.asOf < horizon || cursor.since > head)
}

/** What a page takes of one scope. */
interface Taken {
  readonly changes: Told[]
  readonly done: boolean
  /** The device's next cursor. */
  readonly seq: number
}

async function takeChanges(
  tx: Db,
  scope: ScopeId,
  { since, head, closed }: { since: number; head: ScopeHead; closed: boolean },
  room: Room,
): Promise<Taken> {
  if (head.head <= since) return { changes: [], done: true, seq: since }
  if (room.documents === 0) return { changes: [], done: false, seq: since }
  // One more than there is room for: without it, nothing is left.
  const found = await changesAfter(tx, scope, since, room.documents + 1)
  const changes = fitting(
    found.changes.slice(0, room.documents).map((change) => told(change, closed)),
    room,
  )
  const done = changes.length === found.changes.length
  room.documents = done ? room.documents - changes.length : 0
  const given = changes.at(-1)?.seq ?? since
  // What nobody is told has numbers too (a purge, conflicts of what is deleted). A cursor left below them would be reset
  // at every poll, or never again stand where digests are compared.
  return { changes, done, seq: done ? Math.max(given, found.head) : given }
}

/** As many as the bytes allow; the first of a page always goes, or the device would never get past it. */
function fitting(changes: readonly Told[], room: Room): Told[] {
  const taken: Told[] = []
  for (const change of changes) {
    const bytes = Buffer.byteLength(JSON.stringify(change))
    if (bytes > room.bytes && !room.empty) break
    taken.push(change)
    room.bytes -= bytes
    room.empty = false
  }
  return taken
}

/** What a page tells, in the scope's order: a document, or a conflict. */
type Told = WireDocument | PulledConflict

function told(change: ChangedDocument | ChangedConflict, closed: boolean): Told {
  return 'docId' in change ? change : wireDocument(change, { isClosed: closed })
}

function isConflict(change: Told): change is PulledConflict {
  return 'docId' in change
}

function wireGrant(
  { scope, canWrite, label, contracts, post }: ScopeGrant,
  head: ScopeHead,
): Omit<Grant, 'reset' | 'closed'> {
  return { scope, canWrite, ...head, label, contracts: [...contracts], ...post }
}
