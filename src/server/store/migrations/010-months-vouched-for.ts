import type { Migration } from './migration.ts'

/**
 * Months that employers vouched for: seals are added and never changed, the latest of a month counts. The key of
 * `seal_of_month` makes one of two who vouch at once the one. Public keys stay for ever: older seals are verified by them.
 */
export const monthsVouchedFor: Migration = {
  number: 10,
  name: 'months vouched for',
  statements: [
    `create table signing_key (
      key_id text primary key,
      public_key text not null,
      since timestamptz not null)`,

    `create table seal (
      seal_id uuid primary key,
      structure_id uuid not null references structure,
      month text not null,
      number int not null,
      code text not null constraint seal_code unique,
      by_person uuid not null references person,
      at timestamptz not null,
      key_id text not null references signing_key,
      content text not null,
      signature text not null,
      constraint seal_of_month unique (structure_id, month, number))`,

    // Of each advisor's reports what tells later that one changed: none of their words.
    `create table seal_line (
      seal_id uuid not null references seal,
      scope_id uuid not null,
      person_id uuid not null references person,
      scope_seq bigint not null,
      reports int not null,
      ids_sum text not null,
      marks jsonb not null,
      primary key (seal_id, scope_id))`,
    `create index seal_line_by_person on seal_line (person_id)`,
  ],
}
