import { sql } from 'kysely'
import { frenchDayOf } from '../../../src/domain/calendar-day.ts'
import { loadDemonstration } from '../../../src/server/demonstration/load-demonstration.ts'
import type { Store } from '../../../src/server/store/store.ts'

export interface Filling {
  readonly advisors: number
  readonly reportsEach: number
}

/**
 * As many advisors as asked for, each with reports of the demonstration's generator as the documents of a scope. Several
 * advisors have the same reports: what is written, read and counted of them is what it costs for others.
 */
export async function fillDatabase(store: Store, { advisors, reportsEach }: Filling): Promise<void> {
  const { db } = store
  const now = new Date()
  await loadDemonstration(store, { today: frenchDayOf(now), now })
  await sql`set statement_timeout = 0`.execute(db)
  await sql`create unlogged table bench_scope as
    select n, gen_random_uuid() as scope, gen_random_uuid() as person from generate_series(1, ${advisors}) n`.execute(
    db,
  )
  await sql`create unlogged table bench_report as
    select row_number() over (partition by scope_id order by seq desc) as seq, dense_rank() over (order by scope_id) - 1 as model,
      id, rev, day, schema_v, body, edited_at, edited_by, updated_at
    from doc where collection = 'report' and state = 'live'`.execute(db)
  await sql`delete from bench_report where seq > ${reportsEach}`.execute(db)
  // A demonstration's coordinator has few.
  await sql`delete from bench_report where model in (
    select model from bench_report group by model having count(*) < ${reportsEach})`.execute(db)
  await sql`create unlogged table bench_model as
    select model, row_number() over (order by model) - 1 as turn, count(*) over () as models
    from (select distinct model from bench_report) m`.execute(db)
  await sql`insert into person (person_id, email, email_key, created_at)
    select person, 'p' || n || '@exemple.fr', 'p' || n || '@exemple.fr', now() from bench_scope`.execute(db)
  await sql`insert into assignment (scope_id, person_id, structure_id, role)
    select scope, person, (select min(structure_id::text)::uuid from structure), 'advisor' from bench_scope`.execute(
    db,
  )
  await sql`insert into sync_scope (scope_id, kind, seq)
    select scope, 'assignment', ${reportsEach} from bench_scope`.execute(db)
  const batch = 500
  for (let from = 1; from <= advisors; from += batch)
    await sql`insert into doc (scope_id, id, collection, rev, seq, state, day, schema_v, body, edited_at, edited_by, updated_at)
      select s.scope, r.id, 'report', r.rev, r.seq, 'live', r.day, r.schema_v, r.body, r.edited_at, s.person, r.updated_at
      from bench_scope s join bench_model m on m.turn = s.n % m.models join bench_report r using (model)
      where s.n between ${from} and ${from + batch - 1}`.execute(db)
  // What a database does after so many rows at once is done before anything is measured.
  await sql`vacuum (analyze) doc`.execute(db)
  await sql`checkpoint`.execute(db)
}

/** What the figures must come to: counted by the database itself, from the documents. */
export async function countedByDatabase(store: Store): Promise<{ activities: number; minutes: number }> {
  const { rows } = await sql<{ activities: string; minutes: string }>`
    select count(*) as activities, sum((body ->> 'minutes')::int) as minutes
    from doc where collection = 'report' and state = 'live'`.execute(store.db)
  return { activities: Number(rows[0]?.activities), minutes: Number(rows[0]?.minutes) }
}
