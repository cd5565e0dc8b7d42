import type { Migration } from './migration.ts'

/**
 * What is said of clothing and equipment: facts are added and never changed, each with who and when. What somebody has on
 * a day is computed (domain/commitments/kit). Sizes alone are forgotten, once nothing can be ordered any more.
 */
export const clothingAndEquipment: Migration = {
  number: 16,
  name: 'clothing and equipment',
  statements: [
    `create table kit_turn (
      structure_id uuid primary key references structure,
      fact_changes int not null default 0)`,
    `create table kit_fact (
      fact_id uuid primary key,
      structure_id uuid not null references structure,
      scope_id uuid not null references assignment,
      kind text not null,
      party text not null check (party in ('structure', 'advisor')),
      day date not null,
      said jsonb not null,
      replaces uuid constraint kit_fact_replaced_once unique references kit_fact,
      by_person uuid not null references person,
      at timestamptz not null)`,
    `create index kit_fact_by_structure on kit_fact (structure_id)`,
    `create index kit_fact_by_scope on kit_fact (scope_id)`,
  ],
}
