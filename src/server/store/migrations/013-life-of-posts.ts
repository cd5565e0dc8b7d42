import type { Migration } from './migration.ts'

/**
 * Posts that the State attributes, and what is said of them: facts are added and never changed, each with who and when.
 * A fact that replaces another says so, and none is replaced twice. What a post is on a day is computed
 * (domain/commitments).
 */
export const lifeOfPosts: Migration = {
  number: 13,
  name: 'life of posts',
  statements: [
    `create table post (
      post_id uuid primary key,
      reference text not null constraint post_reference unique,
      department text,
      created_at timestamptz not null,
      fact_changes int not null default 0)`,
    `create index post_by_department on post (department)`,
    `create table post_fact (
      fact_id uuid primary key,
      post_id uuid not null references post,
      kind text not null,
      day date not null,
      structure_id uuid references structure,
      said jsonb not null,
      replaces uuid constraint post_fact_replaced_once unique references post_fact,
      by_person uuid not null references person,
      at timestamptz not null)`,
    `create index post_fact_by_post on post_fact (post_id)`,
    `create index post_fact_by_structure on post_fact (structure_id)`,
  ],
}
