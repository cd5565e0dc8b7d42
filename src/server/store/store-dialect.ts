import { PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely'
import type {
  CompiledQuery,
  DatabaseConnection,
  Dialect,
  Driver,
  QueryResult,
  TransactionSettings,
} from 'kysely'

import { writeValue } from './database-values.ts'
import type { Answer, Engine, EngineConnection } from './engine.ts'
import { refuseInsideTransaction } from './running-transaction.ts'
import { retryKind, SqlError } from './sql-error.ts'

/** Kysely over either engine. `onStatement` sees each statement before it runs, without its values. */
export function storeDialect(engine: Engine, onStatement: (sql: string) => void): Dialect {
  return {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => storeDriver(engine, onStatement),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  }
}

function storeDriver(engine: Engine, onStatement: (sql: string) => void): Driver {
  const held = new WeakMap<DatabaseConnection, HeldConnection>()
  const heldBy = (connection: DatabaseConnection): HeldConnection => {
    const found = held.get(connection)
    if (found === undefined) throw new Error('This connection is not one of ours')
    return found
  }
  return {
    init: () => Promise.resolve(),
    async acquireConnection() {
      refuseInsideTransaction()
      const connection = new HeldConnection(await engine.take(), onStatement)
      held.set(connection, connection)
      return connection
    },
    beginTransaction: (connection, settings) => heldBy(connection).begin(settings),
    commitTransaction: (connection) => heldBy(connection).commit(),
    rollbackTransaction: (connection) => heldBy(connection).rollback(),
    async releaseConnection(connection) {
      heldBy(connection).release()
      return Promise.resolve()
    },
    destroy: () => engine.end(),
  }
}

class HeldConnection implements DatabaseConnection {
  readonly #connection: EngineConnection
  readonly #onStatement: (sql: string) => void
  #broken = false
  #onlyReads = false

  constructor(connection: EngineConnection, onStatement: (sql: string) => void) {
    this.#connection = connection
    this.#onStatement = onStatement
  }

  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    const { command, rowCount, rows } = await this.say(sql, parameters)
    // Kysely's type of the row follows from the query that it compiled; what comes is what that query selects.
    const typed = rows as R[]
    return touchesRows.has(command)
      ? { rows: typed, numAffectedRows: BigInt(rowCount ?? 0) }
      : { rows: typed }
  }

  streamQuery(): never {
    throw new Error('The store answers in pages; it has no cursors')
  }

  async say(sql: string, parameters: readonly unknown[] = []): Promise<Answer> {
    this.#onStatement(sql)
    try {
      return await this.#connection.run(sql, parameters.map(writeValue))
    } catch (error) {
      if (this.#onlyReads && error instanceof SqlError && error.code === '25006')
        throw new WriteInSnapshot(sql)
      if (retryKind(error) === 'reconnect') this.#broken = true
      throw error
    }
  }

  async begin({ isolationLevel, accessMode }: TransactionSettings): Promise<void> {
    this.#onlyReads = accessMode === 'read only'
    const level = isolationLevel === undefined ? '' : ` isolation level ${isolationLevel}`
    await this.say(`start transaction${level}${accessMode === undefined ? '' : ` ${accessMode}`}`)
  }

  /** PostgreSQL answers the commit of a failed transaction by rolling it back, without an error: it isn't a success. */
  async commit(): Promise<void> {
    const { command } = await this.say('commit')
    if (command === 'COMMIT') return
    const message = 'The transaction had failed and was rolled back instead of committed'
    throw new SqlError({ message, code: '25P02' }, 'commit')
  }

  /** Never fails: a connection that can't roll back is thrown away, which rolls back too, and hides no first error. */
  async rollback(): Promise<void> {
    try {
      await this.say('rollback')
    } catch {
      this.#broken = true
    }
  }

  release(): void {
    this.#connection.release(this.#broken)
  }
}

const touchesRows = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE'])

/** Our own mistake, and not a node that has become a replica, which has the same SQLSTATE. */
class WriteInSnapshot extends Error {
  constructor(sql: string) {
    super(`A snapshot only reads: ${sql}`)
  }
}
