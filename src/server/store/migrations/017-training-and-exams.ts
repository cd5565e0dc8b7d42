import type { Migration } from './migration.ts'

/**
 * Training bodies, whom they train, and what is said of it: facts are added and never changed, each with who and when.
 * Where a training stands on a day is computed (domain/commitments/training). Accounts of a body are those of its name.
 */
export const trainingAndExams: Migration = {
  number: 17,
  name: 'training and exams',
  statements: [
    `create table training_body (
      body_id uuid primary key,
      name text not null constraint training_body_name unique)`,
    `insert into training_body (body_id, name)
      select gen_random_uuid(), n.name from (select distinct name from training_body_account) n`,
    `create table trainee (
      trainee_id uuid primary key default gen_random_uuid(),
      scope_id uuid not null references assignment,
      body_id uuid not null references training_body,
      since timestamptz not null,
      entrusted_by uuid references person,
      ended_at timestamptz,
      ended_by uuid references person)`,
    `create unique index trainee_of_one_body on trainee (scope_id) where ended_at is null`,
    `create index trainee_by_body on trainee (body_id) where ended_at is null`,
    `create table training_turn (
      scope_id uuid primary key references assignment,
      fact_changes int not null default 0)`,
    `create table training_fact (
      fact_id uuid primary key,
      scope_id uuid not null references assignment,
      kind text not null,
      party text not null check (party in ('body', 'structure')),
      day date not null,
      said jsonb not null,
      replaces uuid constraint training_fact_replaced_once unique references training_fact,
      by_person uuid not null references person,
      at timestamptz not null)`,
    `create index training_fact_by_scope on training_fact (scope_id)`,
  ],
}
