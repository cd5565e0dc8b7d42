import type { EngineName } from './engine.ts'
import type { Db } from './tables.ts'
import type { Turnstile } from './turnstile.ts'

/** An open database whose schema is the one this program knows. */
export interface Store {
  readonly engine: EngineName
  /** Whether what was committed is still there after a crash: false only in memory. */
  readonly durable: boolean
  /** For single statements. Several that belong together go through `inTransaction` or `snapshotRead`. */
  readonly db: Db
  /** Bounds the transactions under way, so that reads always find a connection (sync.md 2.3, rule 10). */
  readonly writers: Turnstile
  /** What PostgreSQL does by itself and the embedded engine must be asked for: vacuum and statistics. */
  upkeep(): Promise<void>
  close(): Promise<void>
}
