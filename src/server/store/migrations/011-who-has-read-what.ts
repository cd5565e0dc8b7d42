import type { Migration } from './migration.ts'

/**
 * What members of structures read of their advisors' reports: a row a day, whatever the number of requests. Rows are
 * added, and go after a year; of a list the reports that it held are kept, so that each is counted once.
 */
export const whoHasReadWhat: Migration = {
  number: 11,
  name: 'who has read what',
  statements: [
    `create table report_opening (
      scope_id uuid not null,
      day date not null,
      reader_id uuid not null,
      report_id uuid not null,
      at timestamptz not null,
      primary key (scope_id, day, reader_id, report_id))`,
    `create index report_opening_by_day on report_opening (day)`,
    `create index report_opening_by_reader on report_opening (reader_id)`,
    `create table list_reading (
      scope_id uuid not null,
      day date not null,
      reader_id uuid not null,
      way text not null,
      reports uuid[] not null,
      first_day date not null,
      last_day date not null,
      at timestamptz not null,
      primary key (scope_id, day, reader_id, way))`,
    `create index list_reading_by_day on list_reading (day)`,
    `create index list_reading_by_reader on list_reading (reader_id)`,
    // What people who aren't the author said by the server: asked for before an account is forgotten.
    `create index doc_history_by_server on doc_history (by_user) where device_id is null`,
  ],
}
