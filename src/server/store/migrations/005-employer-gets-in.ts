import type { Migration } from './migration.ts'

/** How an employer gets in: who asks, who is invited, what is to be written to them. */
export const employerGetsIn: Migration = {
  number: 5,
  name: 'the employer gets in',
  statements: [
    `alter table person add column siret text`,
    `alter table person add column vouched_email_key text`,
    `alter table structure add column access_changes int not null default 0`,

    `create table access_request (
      request_id uuid primary key,
      person_id uuid not null references person,
      structure_id uuid not null references structure on delete cascade,
      asked_at timestamptz not null,
      status text not null check (status in ('open', 'accepted', 'refused')),
      settled_at timestamptz,
      settled_by uuid references person)`,
    `create unique index access_request_open on access_request (structure_id, person_id) where status = 'open'`,
    `create index access_request_by_person on access_request (person_id)`,

    `create table invitation (
      invitation_id uuid primary key,
      structure_id uuid not null references structure on delete cascade,
      email text not null,
      email_key text not null,
      role text not null check (role in ('responsable', 'lecteur')),
      token_hash text not null constraint invitation_token unique,
      invited_by uuid not null references person,
      invited_at timestamptz not null,
      expires_at timestamptz not null,
      outcome text check (outcome in ('accepted', 'withdrawn')),
      settled_at timestamptz,
      settled_by uuid references person)`,
    `create index invitation_by_structure on invitation (structure_id) where outcome is null`,
    `create index invitation_by_address on invitation (email_key) where outcome is null`,

    `create table mail_outbox (
      mail_id uuid primary key,
      event text not null constraint mail_outbox_event unique,
      recipient text,
      subject text,
      body text,
      written_at timestamptz not null,
      tries int not null default 0,
      next_try_at timestamptz not null,
      sent_at timestamptz)`,
    `create index mail_outbox_due on mail_outbox (next_try_at) where sent_at is null`,
  ],
}
