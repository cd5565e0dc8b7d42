import type { Client } from 'pg'

export interface Copying {
  /** How many reports each advisor has. */
  readonly each: number
  /** The first day that they may be of. */
  readonly since: string
}

const columns =
  'scope_id, id, collection, rev, seq, state, day, schema_v, body, edited_at, edited_by, updated_at'

/**
 * Gives each advisor of the table `bench_scope` (n, scope, person) reports of the demonstration's generator, as many as
 * asked for, spread evenly over the days since the first; then places of activity and absences of whom the reports are
 * copied. Rows are written in the order of their days, as they come in life: those of one advisor are spread over the
 * whole table.
 */
export async function copyReports(client: Client, copying: Copying): Promise<void> {
  await modelReports(client, copying)
  await withIndexesAfter(client, 'doc', async () => {
    await client.query(`insert into doc (${columns})
      select r.scope, gen_random_uuid(), 'report', 1, r.seq, 'live', r.day, r.schema_v, r.body, r.edited_at, r.person,
        r.updated_at
      from generate_series(1, ${copying.each}) n (seq)
      cross join lateral (
        select s.scope, s.person, r.seq, r.day, r.schema_v, r.body, r.edited_at, r.updated_at
        from bench_scope s
        join bench_model m on m.turn = s.n % m.models
        join bench_report r on r.model = m.model and r.seq = n.seq
        offset 0) r`)
    await client.query(`insert into doc (${columns})
      select s.scope, p.id, p.collection, 1, ${copying.each} + row_number() over (partition by s.scope order by p.id),
        'live', p.day, p.schema_v, p.body, p.edited_at, s.person, p.updated_at
      from bench_scope s
      join bench_model m on m.turn = s.n % m.models
      join doc p on p.scope_id = m.scope and p.collection in ('place', 'absence')`)
  })
  await client.query(`insert into sync_scope (scope_id, kind, seq, digest)
    select scope, 'assignment', ${copying.each} + 100, 0 from bench_scope`)
}

/** Reports of those advisors of the demonstration who have enough of them, numbered by their days. */
async function modelReports(client: Client, { each, since }: Copying): Promise<void> {
  await client.query(
    `create unlogged table bench_report as
    select floor((place - 1) * ${each}::numeric / of_all)::int + 1 as seq, model, scope, day, schema_v, body, edited_at,
      updated_at
    from (
      select row_number() over (partition by scope_id order by day, id) as place,
        count(*) over (partition by scope_id) as of_all, dense_rank() over (order by scope_id) - 1 as model,
        scope_id as scope, day, schema_v, body, edited_at, updated_at
      from doc where collection = 'report' and state = 'live' and day >= '${since}') r
    where of_all >= ${each}
      and floor(place * ${each}::numeric / of_all) > floor((place - 1) * ${each}::numeric / of_all)`,
  )
  await client.query('create unique index on bench_report (model, seq)')
  await client.query(`create unlogged table bench_model as
    select model, scope, row_number() over (order by model) - 1 as turn, count(*) over () as models
    from (select distinct model, scope from bench_report) m`)
  await client.query('analyze bench_report; analyze bench_model; analyze bench_scope')
}

interface Definition {
  readonly drop: string
  readonly make: string
}

/**
 * Fills a table without its indexes and makes them afterwards, which is several times quicker. What is filled may be
 * thrown away: it isn't written twice.
 */
async function withIndexesAfter(client: Client, table: string, fill: () => Promise<void>): Promise<void> {
  const constraints = await client.query<Definition>(
    `select format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop,
      format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as make
    from pg_constraint where conrelid = $1::regclass and contype in ('p', 'u')`,
    [table],
  )
  for (const { drop } of constraints.rows) await client.query(drop)
  const indexes = await client.query<Definition>(
    `select format('drop index %I', indexname) as drop, indexdef as make from pg_indexes where tablename = $1`,
    [table],
  )
  for (const { drop } of indexes.rows) await client.query(drop)
  await client.query(`alter table ${table} set unlogged`)
  await fill()
  for (const { make } of [...constraints.rows, ...indexes.rows]) await client.query(make)
}
