/** What an engine says of a statement that it refused, in the names of PostgreSQL's protocol. */
export interface SqlErrorFields {
  message: string
  /** SQLSTATE, five characters. */
  code: string
  severity?: string | undefined
  constraint?: string | undefined
  table?: string | undefined
  column?: string | undefined
}

/**
 * A statement refused by the database: the same class on both engines. PostgreSQL's `detail`, `hint` and `where` are
 * left out, because they quote stored values, which are personal data and would end up in logs.
 */
export class SqlError extends Error {
  readonly code: string
  readonly constraint: string | undefined
  readonly table: string | undefined
  readonly column: string | undefined
  /** The statement, with $1 in place of its values. */
  readonly statement: string

  constructor(fields: SqlErrorFields, statement: string) {
    super(fields.message)
    this.name = 'SqlError'
    this.code = fields.code
    this.constraint = fields.constraint
    this.table = fields.table
    this.column = fields.column
    this.statement = statement
  }
}

/**
 * The connection failed and the driver has no SQLSTATE to give: refused, reset, ended, silent for too long, or an
 * embedded engine that died. Whether a statement that was under way took effect is unknown.
 */
export class ConnectionLost extends Error {
  constructor(cause: unknown) {
    super(
      `The connection to the database was lost: ${cause instanceof Error ? cause.message : String(cause)}`,
      { cause },
    )
    this.name = 'ConnectionLost'
  }
}

/** Whether a row was refused because its key is taken; with `constraint`, by that very constraint. */
export function isUniqueViolation(error: unknown, constraint?: string): error is SqlError {
  return (
    error instanceof SqlError &&
    error.code === '23505' &&
    (constraint === undefined || error.constraint === constraint)
  )
}

/**
 * What to do about a failure (sync.md 2.3, rule 10): `again` at once, because two transactions met; `reconnect`,
 * because the node or the way to it is gone, and then the connection is not to be used again; `no`, it would fail
 * the same way.
 */
export type RetryKind = 'again' | 'reconnect' | 'no'

export function retryKind(error: unknown): RetryKind {
  if (error instanceof ConnectionLost) return 'reconnect'
  if (!(error instanceof SqlError)) return 'no'
  if (error.code === '40001' || error.code === '40P01') return 'again'
  return isNodeGone(error) ? 'reconnect' : 'no'
}

function isNodeGone({ code, message }: SqlError): boolean {
  if (code === 'XX000') return message.includes('could not commit')
  // A migration has changed what a prepared statement gives: another connection prepares it anew.
  if (code === '0A000') return message.includes('cached plan')
  return code.startsWith('08') || code.startsWith('57P0') || code === '25006' || code === '53300'
}
