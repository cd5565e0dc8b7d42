import type { Migration } from './migration.ts'

/** Sums that a device and this server didn't agree on (sync.md 3.6), and an index for the conflicts that are open. */
export const whatOperatorsWatch: Migration = {
  number: 4,
  name: 'what operators watch',
  statements: [
    `create table digest_mismatch (
      scope_id uuid not null,
      device_id uuid not null,
      head bigint not null,
      ours numeric(20) not null,
      theirs numeric(20) not null,
      app_version text,
      at timestamptz not null,
      primary key (scope_id, device_id, head, ours, theirs))`,
    `create index digest_mismatch_by_age on digest_mismatch (at)`,
    `create index doc_conflict_open on doc_conflict (scope_id, id) where status = 'open'`,
  ],
}
