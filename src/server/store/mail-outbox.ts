import { sql } from 'kysely'
import type { Db } from './tables.ts'

/** A message to one person. */
export interface Mail {
  readonly to: string
  readonly subject: string
  /** Plain text. */
  readonly body: string
  /** Where whoever gets it stops such messages by one click; undefined for what one doesn't stop. */
  readonly stopUrl?: string | undefined
}

export interface WrittenMail extends Mail {
  readonly id: string
  /** What it tells of and to whom, without the address: the same person is written to about it once. */
  readonly event: string
  readonly at: string
}

/** Puts a message in the outbox, in the transaction of what it tells of; nothing where that person was told already. */
export async function writeMail(
  tx: Db,
  { id, event, to, subject, body, stopUrl, at }: WrittenMail,
): Promise<void> {
  await tx
    .insertInto('mail_outbox')
    .values({
      mail_id: id,
      event,
      recipient: to,
      subject,
      body,
      stop_url: stopUrl ?? null,
      written_at: at,
      next_try_at: at,
    })
    .onConflict((conflict) => conflict.column('event').doNothing())
    .execute()
}

/** A message that is this process's to send, for the n-th time. */
export interface DueMail extends Mail {
  readonly id: string
  readonly tries: number
}

/**
 * Takes the message that has waited longest and is due; nobody else takes it before `retakenAt`, whatever becomes of
 * this process. Undefined where none is.
 */
export async function takeDueMail(
  db: Db,
  { at, retakenAt }: { at: string; retakenAt: string },
): Promise<DueMail | undefined> {
  const { rows } = await sql<{
    mail_id: string
    recipient: string
    subject: string
    body: string
    stop_url: string | null
    tries: number
  }>`
    update mail_outbox o set next_try_at = ${retakenAt}, tries = o.tries + 1
    where o.sent_at is null and o.body is not null and o.next_try_at <= ${at} and o.mail_id = (
      select mail_id from mail_outbox
      where sent_at is null and body is not null and next_try_at <= ${at}
      order by next_try_at limit 1)
    returning o.mail_id, o.recipient, o.subject, o.body, o.stop_url, o.tries`.execute(db)
  const [row] = rows
  if (!row) return undefined
  const { mail_id: id, recipient: to, subject, body, stop_url: stopUrl, tries } = row
  return { id, to, subject, body, stopUrl: stopUrl ?? undefined, tries }
}

/** Of what was sent, nothing stays but that it was: neither its words nor the address. */
export async function markMailSent(db: Db, id: string, at: string): Promise<void> {
  await db
    .updateTable('mail_outbox')
    .set({ sent_at: at, recipient: null, subject: null, body: null, stop_url: null })
    .where('mail_id', '=', id)
    .execute()
}

export async function postponeMail(db: Db, id: string, nextTryAt: string): Promise<void> {
  await db
    .updateTable('mail_outbox')
    .set({ next_try_at: nextTryAt })
    .where('mail_id', '=', id)
    .where('sent_at', 'is', null)
    .execute()
}

/** Forgets what is older than this, sent or not: what it invited to is over. */
export async function forgetOldMail(db: Db, before: string): Promise<void> {
  await db.deleteFrom('mail_outbox').where('written_at', '<', before).execute()
}

/** The messages that wait, the newest first: for the demonstration, which has no post office. */
export async function waitingMail(db: Db): Promise<(Mail & { readonly at: string })[]> {
  const rows = await db
    .selectFrom('mail_outbox')
    .select(['recipient', 'subject', 'body', 'written_at'])
    .where('sent_at', 'is', null)
    .orderBy('written_at', 'desc')
    .orderBy('mail_id', 'desc')
    .limit(100)
    .execute()
  return rows.map((row) => ({
    to: row.recipient ?? '',
    subject: row.subject ?? '',
    body: row.body ?? '',
    at: row.written_at,
  }))
}
