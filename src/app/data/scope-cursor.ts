import type { ScopeId } from '../../domain/ids.ts'
import type { ContractDates } from '../../domain/sync/decide.ts'
import type { Grant } from '../../domain/sync/wire.ts'

/** Where this device is in a scope's changes (sync.md 3.7). */
export interface ScopeCursor {
  readonly scope: ScopeId
  /** Largest seq taken; moves back only with a new generation (I6). */
  readonly since: number
  /** Reading of the scope: every rebuild is a new one. */
  readonly generation: number
  /** A rebuild that is to begin, or that goes on; `asOf` is the head at which it began. */
  readonly rebuild: { readonly phase: 'wanted' } | { readonly phase: 'running'; readonly asOf: number } | null
  /** Whether the scope was read to its end once since it was granted. */
  readonly complete: boolean
  /** Tombstones up to here are dropped. */
  readonly horizon: number
  /** Sum of the documents' hashes as this device holds them, in decimal: moves in every transaction that moves them. */
  readonly sum: string
  /** The last digest that this device couldn't agree with: a rebuild is asked for once for each. */
  readonly disputed: { readonly head: number; readonly digest: string } | null
  readonly canWrite: boolean
  /** What the person knows the scope by. */
  readonly label: string
  /** Days of the contracts, as the server last told them; absent where it doesn't. */
  readonly contracts?: readonly ContractDates[]
  /** The person's post there, where the scope is one. */
  readonly post?: ScopePost
  /** Nothing on this device says who the people of the scope are (sync.md 3.1); they are read again once it isn't so. */
  readonly closed?: boolean
}

/** As told: codes of a newer server are read when they are used. */
export type ScopePost = Required<Pick<Grant, 'role' | 'structureId' | 'structureCommune'>>

export function newCursor(scope: ScopeId): ScopeCursor {
  return {
    scope,
    since: 0,
    generation: 0,
    rebuild: null,
    complete: false,
    horizon: 0,
    sum: '0',
    disputed: null,
    canWrite: false,
    label: '',
  }
}

/** The cursor with what a grant says beside where to read; what an older server doesn't say stays as it was. */
export function withGrant(cursor: ScopeCursor, grant: Grant): ScopeCursor {
  const { canWrite, label, contracts, role, structureId, structureCommune = null } = grant
  const post = role !== undefined && structureId !== undefined && { role, structureId, structureCommune }
  return { ...cursor, canWrite, label, ...(contracts && { contracts }), ...(post && { post }) }
}

/** Everything of the scope is to be read again; whatever is held is of an earlier reading from now on. */
export function rebuildWanted(cursor: ScopeCursor): ScopeCursor {
  return { ...cursor, since: 0, generation: cursor.generation + 1, rebuild: { phase: 'wanted' } }
}

/** What a pull asks of a scope: `asOf` is the head at which a rebuild began, else `since` (sync.md 3.5). */
export function positionOf({ since, rebuild }: ScopeCursor): { since: number; asOf: number } {
  return { since, asOf: rebuild?.phase === 'running' ? rebuild.asOf : since }
}

/** Whether two cursors are at the same point of the same reading: only then does an answer follow from where we are. */
export function isSamePosition(a: ScopeCursor, b: ScopeCursor): boolean {
  return a.since === b.since && a.generation === b.generation && a.rebuild?.phase === b.rebuild?.phase
}

/**
 * Whether a first reading must sweep like a rebuild: answers to pushes may have left documents here that were deleted
 * and purged before anything was ever read, and a reading from nothing tells of neither (I21).
 */
export function readsBlindly({ since, rebuild }: ScopeCursor, { horizon }: Pick<Grant, 'horizon'>): boolean {
  return since === 0 && rebuild === null && horizon > 0
}
