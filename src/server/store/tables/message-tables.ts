import type { Day, Defaulted, Instant, Uuid } from './column-types.ts'

/** Messages that wait for the post office, reminders and their answers. */
export interface MessageTables {
  mail_outbox: MailOutboxTable
  reminder: ReminderTable
  month_reminder: MonthReminderTable
  reminder_answer: ReminderAnswerTable
  reminder_mail: ReminderMailTable
  reminder_stop_link: ReminderStopLinkTable
}

/** Messages that wait to be sent, and which were: their words go once they are. */
export interface MailOutboxTable {
  mail_id: Uuid
  /** What it tells of and to whom: no two messages have the same. */
  event: string
  recipient: string | null
  subject: string | null
  body: string | null
  written_at: Instant
  tries: Defaulted<number>
  next_try_at: Instant
  sent_at: Instant | null
  /** Where whoever gets it stops such messages by one click (RFC 8058). */
  stop_url: string | null
}

/** A message that reminded somebody of one silence. */
export interface ReminderTable {
  reminder_id: Uuid
  /** The same for all that one message was about. */
  mail_id: Uuid
  to_person: Uuid
  /** In which capacity. */
  reader: 'advisor' | 'structure' | 'coordinator' | 'state'
  advisor_id: Uuid
  structure_id: Uuid
  /** The silence, as it was then, and by which rules. */
  since: Day
  days: number
  rule_version: number
  sent_at: Instant
}

/** A message that told who answers for a structure of one month that waits for a word. */
export interface MonthReminderTable {
  reminder_id: Uuid
  /** The same for all that one message was about. */
  mail_id: Uuid
  to_person: Uuid
  structure_id: Uuid
  /** YYYY-MM */
  month: string
  standing: 'to-vouch' | 'to-review'
  rule_version: number
  sent_at: Instant
}

export interface ReminderAnswerTable {
  answer_id: Uuid
  advisor_id: Uuid
  structure_id: Uuid
  /** In which capacity it was given. */
  reader: 'advisor' | 'structure' | 'coordinator' | 'state'
  reason: string
  answered_on: Day
  by_person: Uuid
  at: Instant
}

/** When somebody was reminded by mail last, whatever of, and whether they want it no more. */
export interface ReminderMailTable {
  person_id: Uuid
  last_sent_at: Instant | null
  stopped_at: Instant | null
}

/** What opens the page that stops reminders, without signing in. */
export interface ReminderStopLinkTable {
  /** SHA-256 of what the link holds. */
  token_hash: string
  person_id: Uuid
  made_at: Instant
}
