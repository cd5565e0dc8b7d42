import type { Pool } from 'pg'

/** Longest pause between what takes a place in the order and the commit, in seconds. */
const longestPause = 0.012

/**
 * Has every transaction that writes to the table pause before its commit, for a random time: what the scheduler, the
 * disk and the network do to a busy server, often enough for a short run.
 */
export async function commitLate(pool: Pool, table: string): Promise<void> {
  await pool.query(`
    create or replace function pause_a_little() returns trigger language plpgsql as
      $$ begin perform pg_sleep(random() * ${longestPause}); return null; end $$`)
  await pool.query(`
    create or replace trigger pauses after insert on ${table}
      for each statement execute function pause_a_little()`)
}

/** Entries of a table that committed before one of a lower place in the same part. Needs track_commit_timestamp. */
export async function disordersIn(
  pool: Pool,
  { table, part, place }: { table: string; part: string; place: string },
): Promise<number> {
  const { rows } = await pool.query<{ disorders: number }>(`
    select count(*)::int as disorders from (
      select pg_xact_commit_timestamp(xmin) as at,
        max(pg_xact_commit_timestamp(xmin)) over (
          partition by ${part} order by ${place} rows between unbounded preceding and 1 preceding) as latest_before
      from ${table}) t
    where at < latest_before`)
  return rows[0]?.disorders ?? Number.NaN
}
