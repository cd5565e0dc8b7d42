import { forgetMonthRemindersBefore } from '../store/month-reminders.ts'
import { forgetStopLinksBefore } from '../store/reminder-stops.ts'
import { forgetAnswersBefore, forgetRemindersBefore } from '../store/reminders.ts'
import type { Store } from '../store/store.ts'
import { asWriter } from '../store/transaction.ts'

/** Days for which it can be seen what was sent and answered, and for which the link of a message stops the others. */
export const reminderDays = 365

export async function forgetOldReminders(store: Store, now: Date): Promise<void> {
  const before = new Date(now.getTime() - reminderDays * 86_400_000).toISOString()
  await asWriter(store, (db) => forgetRemindersBefore(db, before))
  await asWriter(store, (db) => forgetMonthRemindersBefore(db, before))
  await asWriter(store, (db) => forgetAnswersBefore(db, before))
  await asWriter(store, (db) => forgetStopLinksBefore(db, before))
}
