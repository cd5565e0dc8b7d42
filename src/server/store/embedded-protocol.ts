import type { StoreErrorCode } from './store-error.ts'
import type { SqlErrorFields } from './sql-error.ts'

/*
 * What the server's thread and the embedded engine's thread say to each other. One statement at a time is under way,
 * but each answer names its question, so that a late one can't be taken for another's.
 */

export interface EmbeddedWorkerData {
  /** Where the database lives; undefined keeps it in memory. */
  folder: string | undefined
}

export type ToEmbedded =
  { kind: 'run'; id: number; sql: string; values: (string | null)[] } | { kind: 'close' }

export type FromEmbedded =
  | { kind: 'ready' }
  | { kind: 'refused'; code: StoreErrorCode; sentence: string }
  | { kind: 'rows'; id: number; answer: TextRows }
  | { kind: 'error'; id: number; error: SqlErrorFields }
  | { kind: 'broken'; reason: string }
  | { kind: 'closed' }

/** The answer to a statement, values still in PostgreSQL's text form. */
export interface TextRows {
  /** First word of the command tag: SELECT, INSERT, COMMIT … */
  command: string
  /** Rows touched or returned, where the command counts them. */
  rowCount: number | null
  fields: { name: string; oid: number }[]
  rows: (string | null)[][]
}
