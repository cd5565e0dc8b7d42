import type { Migration } from './migration.ts'

/**
 * Editions of what territories need, one a year, each made once (domain.md, "Small counts"). A territory that an edition
 * doesn't name had no accompaniment; what is hidden is not in it.
 */
export const needsOfTerritories: Migration = {
  number: 7,
  name: 'needs of territories',
  statements: [
    `create table needs_edition (
      year int primary key,
      made_at timestamptz not null,
      method int not null,
      communes_year int not null)`,
    `create table needs_row (
      year int not null,
      kind text not null,
      code text collate "C" not null,
      accompaniments int,
      values_shown jsonb not null,
      primary key (year, kind, code))`,
  ],
}
