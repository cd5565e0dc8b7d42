import type { PersonId, ScopeId } from '../../domain/ids.ts'
import type { Op } from '../../domain/sync/op.ts'
import type { OpResult, PushRequest } from '../../domain/sync/wire.ts'
import type { UnlockedDevice } from '../store/sync-scope-state.ts'

/** Ops of one scope, in the order in which their device made them. */
export interface ScopeOps {
  readonly scope: ScopeId
  readonly ops: readonly Op[]
}

/** What one push holds for one scope. */
export interface ScopePush extends ScopeOps {
  readonly person: PersonId
  readonly request: PushRequest
}

/** What became of the ops of one scope, and what was known of the device before them. */
export interface PushedToScope {
  readonly results: readonly [Op, OpResult][]
  readonly device?: UnlockedDevice | undefined
}
