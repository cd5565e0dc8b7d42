import { DatabaseError, Pool } from 'pg'
import type { PoolClient } from 'pg'

import { asAsked } from './as-asked.ts'
import { readerOfType } from './database-values.ts'
import type { Answer, Engine, EngineConnection } from './engine.ts'
import { ConnectionLost, SqlError } from './sql-error.ts'
import type { StoreLog } from './store-log.ts'
import { turnstile } from './turnstile.ts'
import type { TurnstileLimits } from './turnstile.ts'

export interface PostgresqlLimits {
  connections: TurnstileLimits
  /** Milliseconds that one statement may take before PostgreSQL stops it; 0 is without end, for migrations. */
  statement: number
}

/** How long the way to the server may take, and how much later than PostgreSQL we stop waiting for an answer. */
const connectMs = 5_000
const graceMs = 5_000

/** A bounded pool on a PostgreSQL. */
export function openPostgresql(databaseUrl: string, limits: PostgresqlLimits, log: StoreLog): Engine {
  const pool = makePool(databaseUrl, limits)
  pool.on('error', (error) =>
    log.warn({ reason: error.message }, 'An idle connection to PostgreSQL was lost'),
  )
  const places = turnstile(limits.connections)
  const ready = new WeakSet<PoolClient>()
  return {
    async take() {
      const leave = await places.enter()
      try {
        const client = await connect(pool)
        if (!ready.has(client)) await prepareSession(client, limits.statement)
        ready.add(client)
        return held(client, leave)
      } catch (error) {
        leave()
        throw error
      }
    },
    end: () => pool.end(),
  }
}

function makePool(databaseUrl: string, limits: PostgresqlLimits): Pool {
  return new Pool({
    connectionString: databaseUrl,
    application_name: 'espace-coop',
    max: limits.connections.places,
    connectionTimeoutMillis: connectMs,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    ...(limits.statement === 0 ? {} : { query_timeout: limits.statement + graceMs }),
    types: { getTypeParser: (oid: number) => readerOfType(oid) },
  })
}

async function connect(pool: Pool): Promise<PoolClient> {
  try {
    return await pool.connect()
  } catch (error) {
    throw asStoreFailure(error, 'connect')
  }
}

/**
 * Said on each new connection and not as a start option, which poolers between us and PostgreSQL refuse. Without `jit`:
 * compiling a plan takes a hundred times longer than running one of ours, and PostgreSQL does it wherever its guess of
 * the cost is high, as before its tables are analysed.
 */
async function prepareSession(client: PoolClient, statementMs: number): Promise<void> {
  const settings = `set timezone = 'UTC'; set datestyle = 'ISO, YMD'; set jit = off; set statement_timeout = ${statementMs};`
  try {
    await client.query(`${settings} set idle_in_transaction_session_timeout = ${statementMs * 2}`)
  } catch (error) {
    client.release(true)
    throw asStoreFailure(error, 'set')
  }
}

function held(client: PoolClient, leave: () => void): EngineConnection {
  let gone = false
  // While it is taken, the pool no longer listens: without this, a connection cut between two statements would end
  // the process.
  const onError = (): void => {
    gone = true
  }
  client.on('error', onError)
  return {
    run: (sql, values) => run(client, sql, values),
    release(broken) {
      client.off('error', onError)
      client.release(broken || gone)
      leave()
    },
  }
}

async function run(client: PoolClient, sql: string, values: (string | null)[]): Promise<Answer> {
  try {
    const { command, rowCount, rows } = await client.query<Record<string, unknown>>({
      ...preparedAs(sql),
      text: sql,
      values,
    })
    return { command, rowCount, rows }
  } catch (error) {
    throw asStoreFailure(error, sql)
  }
}

/**
 * Statements that PostgreSQL reads and plans once for each connection, under a name: three quarters of what it costs
 * it to answer one of ours. Only so many: a text with a list in it comes in as many forms as its list has lengths.
 */
const prepared = new Map<string, string>()
const mostPrepared = 200

function preparedAs(sql: string): { name?: string } {
  const known = prepared.get(sql)
  if (known !== undefined) return { name: known }
  if (sql.includes(asAsked) || prepared.size >= mostPrepared) return {}
  const name = `s${prepared.size}`
  prepared.set(sql, name)
  return { name }
}

function asStoreFailure(error: unknown, sql: string): Error {
  if (error instanceof RangeError) return error // a value that can't be read, from database-values.ts
  if (!(error instanceof DatabaseError) || error.code === undefined) return new ConnectionLost(error)
  const { message, code, constraint, table, column } = error
  return new SqlError({ message, code, constraint, table, column }, sql)
}
