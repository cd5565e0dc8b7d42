import type { Migration } from './migration.ts'

/**
 * Events of the community: facts are added and never changed, each with who and when; what an event is, is computed
 * (domain/community). What coordinators mark of who came is added the same way. A link by which a calendar reads the
 * events of one person is kept hashed, and goes when it is closed.
 */
export const lifeOfTheCommunity: Migration = {
  number: 18,
  name: 'life of the community',
  statements: [
    `create table community_event (
      event_id uuid primary key,
      audience text not null check (audience in ('nation', 'department', 'team')),
      department text,
      team_id uuid references team,
      created_at timestamptz not null,
      fact_changes int not null default 0,
      constraint community_event_of_its_audience check (
        (audience = 'department') = (department is not null) and (audience = 'team') = (team_id is not null)))`,
    `create index community_event_by_team on community_event (team_id)`,
    `create table community_event_fact (
      fact_id uuid primary key,
      event_id uuid not null references community_event,
      kind text not null,
      day date,
      said jsonb not null,
      replaces uuid constraint community_event_fact_replaced_once unique references community_event_fact,
      by_person uuid not null references person,
      at timestamptz not null)`,
    `create index community_event_fact_by_event on community_event_fact (event_id)`,
    `create index community_event_fact_by_day on community_event_fact (day)`,
    `create table community_mark (
      fact_id uuid primary key,
      event_id uuid not null references community_event,
      scope_id uuid not null references assignment,
      says text not null,
      by_person uuid not null references person,
      at timestamptz not null)`,
    `create index community_mark_by_scope on community_mark (scope_id, event_id)`,
    `create table calendar_link (
      person_id uuid primary key references person,
      token_hash text not null constraint calendar_link_token unique,
      made_at timestamptz not null)`,
  ],
}
