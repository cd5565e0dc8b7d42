import type { FastifyInstance } from 'fastify'
import { Pool } from 'pg'
import { connectionLimits } from '../../../src/server/store/engine-differences.ts'

/** As many connections as the store has. */
export async function openBarePool(databaseUrl: string): Promise<Pool> {
  const pool = new Pool({ connectionString: databaseUrl, max: connectionLimits.places })
  await pool.query('create table bare_doc (like doc including all)')
  await pool.query('create table bare_counter (one int primary key, n bigint not null)')
  await pool.query('insert into bare_counter values (1, 0)')
  return pool
}

interface SentReport {
  readonly scope: string
  readonly id: string
  readonly collection: string
  readonly set: Record<string, unknown>
  readonly at: string
}

/** What the bench compares with: one statement for each request and nothing else, not even a check of what comes. */
export function bareRoutes(app: Pick<FastifyInstance, 'post'>, pool: Pool): void {
  let seq = 0
  app.post('/bare/insert', async ({ body }) => {
    // The bench sends nothing else.
    const { scope, id, collection, set, at } = body as SentReport
    seq += 1
    await pool.query(
      `insert into bare_doc (scope_id, id, collection, rev, seq, state, day, schema_v, body, edited_at, updated_at)
       values ($1, $2, $3, 1, $4, 'live', $5, 2, $6, $7, $7)`,
      [scope, id, collection, seq, set['date'], JSON.stringify(set), at],
    )
    return { id, seq }
  })
  app.post('/bare/read', async ({ body }) => {
    const { scopes } = body as { scopes: string[] }
    const { rows } = await pool.query(
      'select scope_id, seq, horizon, digest from sync_scope where scope_id = any($1::uuid[])',
      [scopes],
    )
    return { scopes: rows }
  })
  app.post('/bare/update', async () => {
    const { rows } = await pool.query('update bare_counter set n = n + 1 where one = 1 returning n')
    return rows[0]
  })
}
