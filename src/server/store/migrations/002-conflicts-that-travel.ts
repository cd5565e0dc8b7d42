import type { Migration } from './migration.ts'

/**
 * A conflict takes a number of its scope's counter when it is opened and again when it is settled, so that pulls tell
 * of both (sync.md 3.5). Those from before have none: only the device that was told of them knows of them.
 */
export const conflictsThatTravel: Migration = {
  number: 2,
  name: 'conflicts that travel',
  statements: [
    `alter table doc_conflict
      add column seq bigint,
      add column resolved_by uuid,
      add column resolved_at timestamptz`,
    `create unique index doc_conflict_seq on doc_conflict (scope_id, seq)`,
  ],
}
