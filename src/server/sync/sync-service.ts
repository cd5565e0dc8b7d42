import type { ScopeId } from '../../domain/ids.ts'
import type { Clock, Ids } from '../clock-and-ids.ts'
import type { ReadMany } from '../store/read-together.ts'
import type { StoreLog } from '../store/store-log.ts'
import type { Store } from '../store/store.ts'
import type { ScopeHead } from '../store/sync-changes.ts'
import type { BackgroundWork } from './background-work.ts'
import type { ErasedLog } from './erased-log.ts'
import type { PushedToScope, ScopePush } from './scope-push.ts'
import type { ScopeTurns } from './scope-turns.ts'

/** What the use cases of the protocol work with. */
export interface SyncService {
  readonly store: Store
  readonly clock: Clock
  readonly ids: Ids
  readonly log: StoreLog
  readonly erasedLog: ErasedLog
  readonly background: BackgroundWork
  /** Undefined is answered where the person has no grant, or the sender isn't one to be listened to. */
  readonly turns: ScopeTurns<ScopePush, PushedToScope | undefined>
  /** Heads of scopes as they stand, in no transaction. */
  readonly heads: ReadMany<ScopeId, ScopeHead>
  /** Version of the app that this server serves; undefined where none was built. */
  readonly servedApp: string | undefined
}
