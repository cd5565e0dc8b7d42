import type { Client } from 'pg'
import { cast } from '../../../src/server/demonstration/cast.ts'
import { institute } from '../../../src/server/demonstration/demonstration-people.ts'

/** Structures with two advisors each, whose contracts have begun, all of them entrusted to the institute. */
export async function fillTrainees(client: Client, trainees: number, now: Date): Promise<void> {
  const at = `'${now.toISOString()}'::timestamptz`
  await client.query(`create unlogged table bench_trainee as
    select n, gen_random_uuid() as scope, gen_random_uuid() as person, s.structure
    from (select g as place, gen_random_uuid() as structure from generate_series(1, ${trainees / 2}) g) s,
      lateral (values (s.place * 2 - 1), (s.place * 2)) p (n)`)
  await client.query(`insert into structure (structure_id, siret, name, commune, department, kind, created_at)
    select structure, '997' || lpad(min(n)::text, 11, '0'), 'Mairie numéro ' || min(n), '09261', '09', 'public', ${at}
    from bench_trainee group by structure`)
  await client.query(`insert into person (person_id, email, email_key, given_name, family_name, created_at)
    select person, ${email}, ${email}, 'Stagiaire', 'Numéro ' || n, ${at} from bench_trainee`)
  await client.query(`insert into assignment (scope_id, person_id, structure_id, role)
    select scope, person, structure, 'advisor' from bench_trainee`)
  await client.query(`insert into contract (scope_id, contract_id, starts, ends)
    select scope, gen_random_uuid(), ${at}::date - 200, null from bench_trainee`)
  await client.query(`insert into trainee (scope_id, body_id, since, entrusted_by)
    select scope, '${institute.body}', ${at}, '${cast.chantal.id}' from bench_trainee`)
}

const email = `'stagiaire' || n || '@nation.example'`
