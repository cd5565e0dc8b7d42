import { sql } from 'kysely'
import { Client } from 'pg'
import { frenchDayOf } from '../../../src/domain/calendar-day.ts'
import { cast } from '../../../src/server/demonstration/cast.ts'
import { loadDemonstration } from '../../../src/server/demonstration/load-demonstration.ts'
import type { Store } from '../../../src/server/store/store.ts'

export interface Filling {
  /** In all; those of the structure that is read are among them. */
  readonly advisors: number
  readonly reportsEach: number
  /** How many of them work for the structure that is read. */
  readonly ofStructure: number
}

/** The structure that is read, and another whose whole work is taken out as a file. */
export const readStructure = '0b5e0000-0000-4000-8000-000000000001'
export const exportedStructure = '0b5e0000-0000-4000-8000-000000000002'
const others = '0b5e0000-0000-4000-8000-000000000003'

/**
 * As many advisors as asked for, each with reports of the demonstration's generator. Rows are written in the order of
 * their days, as they come in life: those of one advisor are spread over the whole table.
 */
export async function fillStructures(store: Store, filling: Filling, now: Date): Promise<void> {
  const { advisors, reportsEach, ofStructure } = filling
  const { db } = store
  await loadDemonstration(store, { today: frenchDayOf(now), now })
  await sql`set statement_timeout = 0`.execute(db)
  await sql`insert into structure (structure_id, name, commune, created_at)
    select s.id::uuid, s.name, '09261', ${now}::timestamptz from (values
      (${readStructure}, 'Communauté de communes'), (${exportedStructure}, 'Réseau national'),
      (${others}, 'Autres')) s (id, name)`.execute(db)
  await sql`insert into membership (person_id, structure_id, role, since)
    select ${cast.chantal.id}::uuid, s.id::uuid, 'lecteur', ${now}::timestamptz
    from (values (${readStructure}), (${exportedStructure})) s (id)`.execute(db)
  await modelReports(store, reportsEach)
  await sql`create unlogged table bench_scope as
    select n, gen_random_uuid() as scope, gen_random_uuid() as person, case
      when n <= ${ofStructure} then ${readStructure}::uuid
      when n <= ${ofStructure + Math.floor(advisors / 2)} then ${exportedStructure}::uuid
      else ${others}::uuid end as structure
    from generate_series(1, ${advisors}::int) n`.execute(db)
  await sql`insert into person (person_id, email, email_key, given_name, family_name, created_at)
    select person, 'p' || n || '@exemple.fr', 'p' || n || '@exemple.fr', 'Camille', 'Numéro ' || n, ${now}::timestamptz
    from bench_scope`.execute(db)
  await sql`insert into assignment (scope_id, person_id, structure_id, role)
    select scope, person, structure, 'advisor' from bench_scope`.execute(db)
  await sql`insert into contract (scope_id, contract_id, starts)
    select scope, gen_random_uuid(), '2020-01-01' from bench_scope`.execute(db)
  await sql`insert into sync_scope (scope_id, kind, seq, digest)
    select scope, 'assignment', ${reportsEach}::bigint, 0 from bench_scope`.execute(db)
  // No statement may last longer than one of the store's.
  const batch = Math.max(1, Math.floor(50_000 / advisors))
  for (let to = reportsEach; to >= 1; to -= batch)
    await sql`insert into doc (scope_id, id, collection, rev, seq, state, day, schema_v, body, edited_at, edited_by, updated_at)
      select s.scope, gen_random_uuid(), 'report', 1, r.seq, 'live', r.day, r.schema_v, r.body, r.edited_at, s.person, r.updated_at
      from bench_report r join bench_model m using (model) join bench_scope s on s.n % m.models = m.turn
      where r.seq between ${to - batch + 1}::bigint and ${to}::bigint
      order by r.seq desc, s.n`.execute(db)
  // Places of activity of whom the reports are copied.
  await sql`insert into doc (scope_id, id, collection, rev, seq, state, day, schema_v, body, updated_at)
    select s.scope, p.id, 'place', 1, ${reportsEach}::bigint + row_number() over (partition by s.scope order by p.id), 'live', null,
      p.schema_v, p.body, p.updated_at
    from bench_scope s join bench_model m on m.turn = s.n % m.models
    join doc p on p.scope_id = m.scope and p.collection = 'place'
    where s.structure <> ${others}::uuid`.execute(db)
}

/** What PostgreSQL does by itself in time; over ten million rows it takes longer than a statement of the store may. */
export async function settle(databaseUrl: string): Promise<void> {
  const client = new Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    await client.query('vacuum (analyze)')
  } finally {
    await client.end()
  }
}

/** The reference: the month's reports of the structure that is read, in one statement, and nothing else. */
export async function readMonthOnce({ db }: Store, from: string, to: string): Promise<void> {
  await sql`
    select d.scope_id, d.id, d.body
    from assignment a join doc d on d.scope_id = a.scope_id and d.collection = 'report'
    where a.structure_id = ${readStructure}::uuid and d.day between ${from}::date and ${to}::date`.execute(db)
}

/** Reports of those advisors of the demonstration who have enough of them. */
async function modelReports({ db }: Store, reportsEach: number): Promise<void> {
  await sql`create unlogged table bench_report as
    select row_number() over (partition by scope_id order by day desc, id) as seq,
      dense_rank() over (order by scope_id) - 1 as model, scope_id as scope, day, schema_v, body, edited_at, updated_at
    from doc where collection = 'report' and state = 'live'`.execute(db)
  await sql`delete from bench_report where seq > ${reportsEach}::bigint`.execute(db)
  await sql`delete from bench_report where model in (
    select model from bench_report group by model having count(*) < ${reportsEach}::bigint)`.execute(db)
  await sql`create unlogged table bench_model as
    select model, scope, row_number() over (order by model) - 1 as turn, count(*) over () as models
    from (select distinct model, scope from bench_report) m`.execute(db)
}
