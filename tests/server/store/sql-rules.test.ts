import { expect, test } from 'vitest'

import { brokenSqlRules } from './sql-rules.ts'

test.each([
  ['update sync_scope set seq = seq + $1 where scope_id = $2 returning seq'],
  ['with s as (select seq from sync_scope where scope_id = $1) select * from s'],
  ['insert into "doc" ("scope_id", "id") values ($1, $2) on conflict do nothing'],
  ['select * from doc where scope_id = $1 for update'],
  ['select "person_id" from "person" where "email_key" = $1'],
  ['select known from person'],
  ['vacuum (analyze) doc'],
  ['create table late (at timestamptz default now())'],
])('%s is good', (statement) => {
  expect(brokenSqlRules(statement)).toEqual([])
})

test.each([
  ['update device set last_seen = now() where device_id = $1', 'times are made by the program and passed in'],
  ['select current_date', 'times are made by the program and passed in'],
  ['insert into person (person_id) values (gen_random_uuid())', 'ids are made by the program'],
  [`select nextval('numbers')`, 'a sequence is not in commit order'],
  ['select to_jsonb(p) from person p', 'JSON is built by the program or by jsonb_build_object'],
  ['merge into person using team on true when matched then delete', 'MERGE does not run spread'],
  ['select * from person, lateral (select 1) one', 'a lateral join over several scopes does not run spread'],
  ['update doc set scope_id = $1 where scope_id = $2 and id = $3', 'a row never changes scope'],
  ['select count(*) from "doc"', 'scope_id is in every statement on doc'],
  ['delete from sync_op where at < $1', 'scope_id is in every statement on sync_op'],
  ['select * from sync_scope where scope_id = any($1) for update', 'rows are locked in one scope only'],
])('%s breaks a rule', (statement, rule) => {
  expect(brokenSqlRules(statement)).toEqual([rule])
})
