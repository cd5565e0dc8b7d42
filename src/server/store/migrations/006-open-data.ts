import type { Migration } from './migration.ts'

/** Editions of open data, as they were published, and the tokens of other systems that read them. */
export const openData: Migration = {
  number: 6,
  name: 'open data',
  statements: [
    // Withdrawn or not, a year is counted once: a second count beside the first would tell who filed in between.
    `create table open_data_edition (
      number int primary key,
      year int not null constraint open_data_edition_year unique,
      counted_at timestamptz not null,
      withdrawn_at timestamptz,
      withdrawn_because text)`,

    // What is hidden is not in it.
    `create table open_data_row (
      edition int not null references open_data_edition,
      dataset text not null,
      place int not null,
      department text not null,
      period text not null,
      dimension text,
      value text,
      activities int,
      accompaniments int,
      minutes int,
      beneficiaries int,
      primary key (edition, dataset, place))`,

    `create table api_token (
      token_id uuid primary key,
      token_hash text not null constraint api_token_hash unique,
      name text not null,
      purpose text not null,
      datasets jsonb not null,
      department text,
      made_by uuid not null references person,
      made_at timestamptz not null,
      last_day date not null,
      last_used_on date,
      revoked_at timestamptz)`,
  ],
}
