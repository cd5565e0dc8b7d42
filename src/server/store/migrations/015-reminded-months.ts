import type { Migration } from './migration.ts'

/** Of which months who answers for a structure was told; written in the transaction of the message, as `reminder` is. */
export const remindedMonths: Migration = {
  number: 15,
  name: 'reminded months',
  statements: [
    `create table month_reminder (
      reminder_id uuid primary key,
      mail_id uuid not null,
      to_person uuid not null references person,
      structure_id uuid not null references structure,
      month text not null,
      standing text not null check (standing in ('to-vouch', 'to-review')),
      rule_version int not null,
      sent_at timestamptz not null)`,
    `create index month_reminder_by_person on month_reminder (to_person, structure_id)`,
    `create index month_reminder_by_age on month_reminder (sent_at)`,
  ],
}
