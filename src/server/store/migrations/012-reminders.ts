import type { Migration } from './migration.ts'

/**
 * Who was reminded of which silence, what was answered, and who wants no message. A row of `reminder` is written in the
 * transaction that puts its message in the outbox; a message may be about several silences.
 */
export const reminders: Migration = {
  number: 12,
  name: 'reminders',
  statements: [
    `create table reminder (
      reminder_id uuid primary key,
      mail_id uuid not null,
      to_person uuid not null references person,
      reader text not null check (reader in ('advisor', 'structure', 'coordinator', 'state')),
      advisor_id uuid not null references person,
      structure_id uuid not null references structure,
      since date not null,
      days int not null,
      rule_version int not null,
      sent_at timestamptz not null)`,
    `create index reminder_by_post on reminder (structure_id, advisor_id)`,
    `create index reminder_by_person on reminder (to_person)`,
    `create index reminder_by_age on reminder (sent_at)`,

    `create table reminder_answer (
      answer_id uuid primary key,
      advisor_id uuid not null references person,
      structure_id uuid not null references structure,
      reader text not null check (reader in ('advisor', 'structure', 'coordinator', 'state')),
      reason text not null,
      answered_on date not null,
      by_person uuid not null references person,
      at timestamptz not null)`,
    `create index reminder_answer_by_post on reminder_answer (structure_id, advisor_id)`,
    `create index reminder_answer_by_age on reminder_answer (at)`,

    `create table reminder_mail (
      person_id uuid primary key references person,
      last_sent_at timestamptz,
      stopped_at timestamptz)`,
    `create table reminder_stop_link (
      token_hash text primary key,
      person_id uuid not null references person,
      made_at timestamptz not null)`,
    `create index reminder_stop_link_by_age on reminder_stop_link (made_at)`,

    `alter table mail_outbox add column stop_url text`,
  ],
}
