import type { Migration } from './migration.ts'

/** A session is bound to the device that it syncs for, so that signing the device out ends it (sync.md 3.3, devices). */
export const sessionsKnowTheirDevice: Migration = {
  number: 3,
  name: 'sessions know their device',
  statements: [`alter table web_session add column device_id uuid`],
}
