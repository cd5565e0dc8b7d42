import type { Migration } from './migration.ts'

/** The tables of the protocol (sync.md 3.2), then the people, the structures and their sessions. */
export const whatTravelsAndWho: Migration = {
  number: 1,
  name: 'what travels and who',
  statements: [
    `create table sync_meta (
      one boolean primary key default true check (one),
      epoch uuid not null,
      min_client int not null default 1)`,

    // Updated in every push: half of each page is left free so that a new version of the row stays on its page, and
    // it is vacuumed early (sync.md 2.3, rule 12). No index on seq, for the same reason.
    `create table sync_scope (
      scope_id uuid primary key,
      kind text not null,
      seq bigint not null default 0,
      horizon bigint not null default 0,
      digest numeric(20) not null default 0)
      with (fillfactor = 50, autovacuum_vacuum_threshold = 100, autovacuum_vacuum_scale_factor = 0.02)`,

    `create table sync_grant (
      scope_id uuid not null,
      user_id uuid not null,
      can_write boolean not null,
      primary key (user_id, scope_id))`,
    `create index sync_grant_by_scope on sync_grant (scope_id)`,

    `create table contract (
      scope_id uuid not null,
      contract_id uuid not null,
      starts date not null,
      ends date,
      primary key (scope_id, contract_id))`,

    `create table doc (
      scope_id uuid not null,
      id uuid not null,
      collection text not null,
      rev int not null,
      seq bigint not null,
      state text not null check (state in ('live', 'deleted', 'erased')),
      day date,
      schema_v int not null,
      body jsonb not null,
      edited_at timestamptz,
      edited_by uuid,
      updated_at timestamptz not null,
      primary key (scope_id, id),
      constraint doc_seq unique (scope_id, seq))`,
    `create index doc_by_day on doc (scope_id, collection, day)`,
    // The purge of tombstones looks for old ones, over all scopes, and finds few.
    `create index doc_tombstones on doc (updated_at) where state = 'deleted'`,

    `create table doc_history (
      scope_id uuid not null,
      id uuid not null,
      rev int not null,
      op_id uuid,
      set_fields jsonb,
      state text,
      by_user uuid,
      device_id uuid,
      at timestamptz not null,
      primary key (scope_id, id, rev),
      constraint doc_history_op unique (scope_id, op_id))`,

    `create table doc_conflict (
      scope_id uuid not null,
      conflict_id uuid not null,
      id uuid,
      op_id uuid,
      kind text,
      lost jsonb,
      status text not null default 'open',
      at timestamptz not null,
      primary key (scope_id, conflict_id))`,
    `create index doc_conflict_by_doc on doc_conflict (scope_id, id)`,

    `create table sync_op (
      scope_id uuid not null,
      op_id uuid not null,
      user_id uuid,
      device_id uuid,
      result jsonb,
      at timestamptz not null,
      primary key (scope_id, op_id))`,
    `create index sync_op_by_age on sync_op (at)`,

    `create table device (
      device_id uuid primary key,
      user_id uuid not null,
      app_version text,
      cursors jsonb,
      queued int,
      last_seen timestamptz,
      revoked_at timestamptz)`,
    `create index device_by_user on device (user_id)`,

    `create table quarantine (
      op_id uuid,
      user_id uuid,
      device_id uuid,
      raw jsonb,
      reason text,
      at timestamptz not null)`,
    `create index quarantine_by_device on quarantine (device_id, at)`,
    `create index quarantine_by_age on quarantine (at)`,

    `create table erased (
      scope_id uuid not null,
      id uuid not null,
      at timestamptz not null,
      primary key (scope_id, id))`,

    `create table person (
      person_id uuid primary key,
      email text not null,
      email_key text not null constraint person_email_key unique,
      given_name text,
      family_name text,
      issuer text,
      subject text,
      bound_at timestamptz,
      created_at timestamptz not null,
      constraint person_identity unique (issuer, subject))`,

    `create table structure (
      structure_id uuid primary key,
      siret text constraint structure_siret unique,
      name text not null,
      commune text,
      department text,
      kind text,
      created_at timestamptz not null)`,

    `create table assignment (
      scope_id uuid primary key,
      person_id uuid not null references person,
      structure_id uuid not null references structure,
      role text not null check (role in ('advisor', 'coordinator')),
      constraint assignment_of_person unique (person_id, structure_id, role))`,
    `create index assignment_by_structure on assignment (structure_id)`,

    `create table membership (
      person_id uuid not null references person,
      structure_id uuid not null references structure,
      role text not null check (role in ('responsable', 'lecteur')),
      since timestamptz not null,
      primary key (person_id, structure_id))`,
    `create index membership_by_structure on membership (structure_id)`,

    `create table team (
      team_id uuid primary key,
      name text not null constraint team_name unique,
      department text)`,

    `create table team_member (
      team_id uuid not null references team,
      scope_id uuid not null references assignment,
      joins date not null,
      leaves date,
      primary key (team_id, scope_id, joins))`,
    `create index team_member_by_scope on team_member (scope_id)`,

    `create table team_coordinator (
      team_id uuid not null references team,
      person_id uuid not null references person,
      primary key (team_id, person_id))`,
    `create index team_coordinator_by_person on team_coordinator (person_id)`,

    `create table state_remit (
      person_id uuid primary key references person,
      department text)`,

    `create table training_body_account (
      person_id uuid primary key references person,
      name text not null)`,

    `create table web_session (
      token_hash text primary key,
      person_id uuid not null references person,
      id_token text,
      created_at timestamptz not null,
      last_seen_at timestamptz not null,
      expires_at timestamptz not null)`,
    `create index web_session_by_person on web_session (person_id)`,
    `create index web_session_by_end on web_session (expires_at)`,

    `create table sign_in_attempt (
      state text primary key,
      nonce text not null,
      code_verifier text not null,
      return_to text,
      expires_at timestamptz not null)`,
    `create index sign_in_attempt_by_end on sign_in_attempt (expires_at)`,
  ],
}
