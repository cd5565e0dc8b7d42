import type { Client } from 'pg'
import { cast } from '../../../src/server/demonstration/cast.ts'
import { copyReports } from '../filling/copied-reports.ts'

export interface Nation {
  /** Each with two posts. */
  readonly structures: number
  /** Of each advisor, in fourteen months. */
  readonly reportsEach: number
}

/** The department of one structure in 25, the largest; the others share the rest. */
export const largestDepartment = '59'
const otherDepartments = Array.from({ length: 95 }, (_, index) => String(index + 1).padStart(2, '0')).filter(
  (code) => code !== '20' && code !== largestDepartment,
)

/**
 * Structures with two posts each, of which nine in ten are occupied, with a step of recruitment, an agreement and a
 * contract; each with a *responsable*, an advisor for each post, what is said of their clothing, equipment and training, and
 * October vouched for in two structures of three.
 */
export async function fillNation(
  client: Client,
  { structures, reportsEach }: Nation,
  now: Date,
): Promise<void> {
  const at = `'${now.toISOString()}'::timestamptz`
  await client.query(`create table bench_structure as
    select n, gen_random_uuid() as structure, gen_random_uuid() as person,
      case when n % 25 = 0 then '${largestDepartment}'
        else (array['${otherDepartments.join("','")}'])[n % ${otherDepartments.length} + 1] end as department
    from generate_series(1, ${structures}) n`)
  await client.query(`create table bench_scope as
    select row_number() over (order by s.n, p.place) as n, s.structure, s.department, gen_random_uuid() as scope,
      gen_random_uuid() as person, gen_random_uuid() as post, gen_random_uuid() as contract,
      case when hashtext(s.n || '/' || p.place) % 10 <> 0 then 'occupied' else 'vacant' end as fate,
      ${at}::date - (100 + abs(hashtext('notified' || s.n || '/' || p.place)) % 800) as notified_on
    from bench_structure s, generate_series(1, 2) p (place)`)
  await client.query('analyze bench_structure; analyze bench_scope')
  await client.query(`insert into structure (structure_id, siret, name, commune, department, kind, created_at)
    select structure, '998' || lpad(n::text, 11, '0'), 'Mairie de la commune numéro ' || n, department || '001', department,
      'public', ${at}
    from bench_structure`)
  await client.query(`insert into person (person_id, email, email_key, given_name, family_name, created_at)
    select person, 'r' || n || '@nation.example', 'r' || n || '@nation.example', 'Responsable', 'Numéro ' || n, ${at}
    from bench_structure
    union all
    select person, 'p' || n || '@nation.example', 'p' || n || '@nation.example', 'Personne', 'Numéro ' || n, ${at}
    from bench_scope`)
  await client.query(`insert into membership (person_id, structure_id, role, since)
    select person, structure, 'responsable', ${at} from bench_structure`)
  await client.query(`insert into assignment (scope_id, person_id, structure_id, role)
    select scope, person, structure, 'advisor' from bench_scope`)
  await client.query(`insert into contract (scope_id, contract_id, starts, ends)
    select scope, contract, notified_on + 40, case fate when 'vacant' then ${at}::date - 20 end from bench_scope`)
  await client.query(`insert into post (post_id, reference, department, created_at)
    select post, department || '-' || lpad(n::text, 6, '0'), department, ${at} from bench_scope`)
  await client.query(`insert into post_fact (fact_id, post_id, kind, day, structure_id, said, by_person, at)
    select gen_random_uuid(), s.post, f.kind, f.day, s.structure, f.said, '${cast.farid.id}', ${at}
    from bench_scope s
    cross join lateral (values
      ('notified', s.notified_on, jsonb_build_object('role', 'advisor', 'isAdditional', false)),
      ('convention', s.notified_on,
        jsonb_build_object('ends', (s.notified_on + interval '36 months' - interval '1 day')::date)),
      ('step', s.notified_on + 10, jsonb_build_object('step', 'offre_publiee', 'words', '')),
      ('contract', s.notified_on + 40, jsonb_build_object('scope', s.scope, 'contract', s.contract,
        'terms', case s.fate when 'vacant' then 'cdd' else 'cdi' end,
        'ends', case s.fate when 'vacant' then ${at}::date - 20 end, 'weeklyMinutes', 2100))) f (kind, day, said)`)
  await copyEvidence(client)
  await vouchForOctober(client, at)
  await copyReports(client, { each: reportsEach, since: '2025-09-20' })
}

/**
 * What is said of the clothing, equipment and training of two people of the demonstration, of each advisor anew: of the
 * one for the first post of each structure, of the other for its second, since no two share a computer.
 */
async function copyEvidence(client: Client): Promise<void> {
  await client.query(`create unlogged table bench_model_of as
    select s.scope, s.structure, a.scope_id as model
    from bench_scope s join assignment a on a.person_id = case s.n % 2 when 1 then '${cast.awa.id}' else '${cast.bruno.id}' end::uuid`)
  await client.query(`insert into kit_fact (fact_id, structure_id, scope_id, kind, party, day, said, by_person, at)
    select gen_random_uuid(), m.structure, m.scope, f.kind, f.party, f.day, f.said, f.by_person, f.at
    from bench_model_of m join kit_fact f on f.scope_id = m.model and f.replaces is null`)
  await client.query(`insert into training_fact (fact_id, scope_id, kind, party, day, said, by_person, at)
    select gen_random_uuid(), m.scope, f.kind, f.party, f.day, f.said, f.by_person, f.at
    from bench_model_of m join training_fact f on f.scope_id = m.model and f.replaces is null`)
}

async function vouchForOctober(client: Client, at: string): Promise<void> {
  await client.query(`insert into signing_key (key_id, public_key, since) values ('bench', '', ${at})`)
  await client.query(`insert into seal
      (seal_id, structure_id, month, number, code, by_person, at, key_id, content, signature)
    select gen_random_uuid(), structure, '2026-10', 1, 'bench-' || n, person, ${at}, 'bench', '', ''
    from bench_structure where n % 3 > 0`)
}
