import { randomUUID } from 'node:crypto'
import { Pool } from 'pg'
import { commitLate, disordersIn } from './late-commits.ts'
import type { SharedLog } from './race.ts'

/** How a table without a counter is usually followed. */
const cursors = {
  bigserial: { column: 'place bigserial', start: '0', type: 'bigint' },
  'now()': { column: 'place timestamptz not null default now()', start: '-infinity', type: 'timestamptz' },
} as const

/** A table whose readers follow a sequence or the hour of writing: what sync.md section 2 says loses rows. */
export async function naiveLog(
  databaseUrl: string,
  cursor: keyof typeof cursors,
  connections: number,
): Promise<SharedLog & { close(): Promise<void> }> {
  const pool = new Pool({ connectionString: databaseUrl, max: connections + 2 })
  const { column, start, type } = cursors[cursor]
  const table = `followed_by_${cursor.replaceAll(/\W/g, '')}`
  await pool.query(`create table ${table} (id uuid primary key, ${column})`)
  await commitLate(pool, table)
  let reached: string = start
  return {
    name: cursor,
    async write() {
      const id = randomUUID()
      await pool.query(`insert into ${table} (id) values ($1)`, [id])
      return id
    },
    async read() {
      const { rows } = await pool.query<{ id: string; place: string }>(
        `select id, place::text as place from ${table} where place > $1::${type} order by ${table}.place`,
        [reached],
      )
      reached = rows.at(-1)?.place ?? reached
      return rows.map(({ id, place }) => ({ id, part: table, place: place.padStart(40, '0') }))
    },
    disorders: () => disordersIn(pool, { table, part: '1', place: 'place' }),
    close: () => pool.end(),
  }
}
