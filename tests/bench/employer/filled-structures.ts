import { sql } from 'kysely'
import type { Client } from 'pg'
import { cast } from '../../../src/server/demonstration/cast.ts'
import type { Db } from '../../../src/server/store/tables.ts'
import { copyReports } from '../filling/copied-reports.ts'

export interface Filling {
  /** In all; those of the structures that are read are among them. */
  readonly advisors: number
  readonly reportsEach: number
  /** How many of them work for the structure that is read. */
  readonly ofStructure: number
  /** How many work for the one that vouches for a month. */
  readonly ofVouching: number
}

/** The structure that is read, another whose whole work is taken out as a file, and one that vouches for a month. */
export const readStructure = '0b5e0000-0000-4000-8000-000000000001'
export const exportedStructure = '0b5e0000-0000-4000-8000-000000000002'
export const vouchingStructure = '0b5e0000-0000-4000-8000-000000000003'
const others = '0b5e0000-0000-4000-8000-000000000004'

/** How many advisors the structure has whose whole work is taken out: a million reports at most. */
export function advisorsOfFile({ advisors, reportsEach }: Filling): number {
  return Math.min(Math.floor(advisors / 2), Math.ceil(1_000_000 / reportsEach))
}

/** As many advisors as asked for, each with reports of the demonstration's generator. */
export async function fillStructures(client: Client, filling: Filling, now: Date): Promise<void> {
  const { advisors, reportsEach, ofStructure, ofVouching } = filling
  const at = `'${now.toISOString()}'::timestamptz`
  await client.query(`insert into structure (structure_id, name, commune, created_at)
    select s.id::uuid, s.name, '09261', ${at} from (values
      ('${readStructure}', 'Communauté de communes'), ('${exportedStructure}', 'Réseau national'),
      ('${vouchingStructure}', 'Département'), ('${others}', 'Autres')) s (id, name)`)
  await client.query(`insert into membership (person_id, structure_id, role, since)
    select '${cast.chantal.id}'::uuid, s.id::uuid, 'responsable', ${at}
    from (values ('${readStructure}'), ('${exportedStructure}'), ('${vouchingStructure}')) s (id)`)
  await client.query(`create unlogged table bench_scope as
    select n, gen_random_uuid() as scope, gen_random_uuid() as person, case
      when n <= ${ofStructure} then '${readStructure}'::uuid
      when n <= ${ofStructure + ofVouching} then '${vouchingStructure}'::uuid
      when n <= ${ofStructure + ofVouching + advisorsOfFile(filling)} then '${exportedStructure}'::uuid
      else '${others}'::uuid end as structure
    from generate_series(1, ${advisors}) n`)
  await client.query(`insert into person (person_id, email, email_key, given_name, family_name, created_at)
    select person, 'p' || n || '@exemple.fr', 'p' || n || '@exemple.fr', 'Camille', 'Numéro ' || n, ${at}
    from bench_scope`)
  await client.query(`insert into assignment (scope_id, person_id, structure_id, role)
    select scope, person, structure, 'advisor' from bench_scope`)
  await client.query(`insert into contract (scope_id, contract_id, starts)
    select scope, gen_random_uuid(), '2020-01-01' from bench_scope`)
  // Advisors of the demonstration have five hundred in so many days.
  await copyReports(client, { each: reportsEach, since: '2026-03-20' })
}

/** The reference: a month's reports of a structure, in one statement, and nothing else; answers how many. */
export async function readMonthOnce(db: Db, structure: string, from: string, to: string): Promise<number> {
  const { rows } = await sql`
    select d.scope_id, d.id, d.body
    from assignment a join doc d on d.scope_id = a.scope_id and d.collection = 'report'
    where a.structure_id = ${structure}::uuid and d.day between ${from}::date and ${to}::date`.execute(db)
  return rows.length
}
