import type { Migration } from './migration.ts'

/**
 * Bilans that are open to whoever has their address. An activity is counted in one set of published figures at most: the
 * key of `published_month` is that rule (docs/decisions/008-public-links-count-an-activity-once.md).
 */
export const publicLinks: Migration = {
  number: 8,
  name: 'public links',
  statements: [
    `create table published_figures (
      figures_id uuid primary key,
      owner_kind text not null check (owner_kind in ('advisor', 'structure')),
      owner_id uuid not null,
      first_day date not null,
      last_day date not null,
      figures jsonb not null,
      served boolean not null default false,
      constraint published_figures_of unique (owner_kind, owner_id, first_day, last_day))`,

    `create table published_month (
      scope_id uuid not null,
      month date not null,
      figures_id uuid not null references published_figures on delete cascade,
      primary key (scope_id, month))`,
    `create index published_month_by_figures on published_month (figures_id)`,

    `create table public_link (
      link_id uuid primary key,
      token_hash text not null constraint public_link_token unique,
      person_id uuid not null references person on delete cascade,
      figures_id uuid not null references published_figures on delete cascade,
      choices jsonb not null,
      names jsonb not null,
      made_at timestamptz not null,
      ends_on date not null,
      closed_at timestamptz,
      opened int not null default 0)`,
    `create index public_link_by_person on public_link (person_id)`,
    `create index public_link_by_figures on public_link (figures_id)`,
  ],
}
