import { sql } from 'kysely'
import * as z from 'zod/mini'
import type { OwnReminders, SentReminder } from '../../domain/access/reminders.ts'
import { calendarDaySchema } from '../../domain/calendar-day.ts'
import { personIdSchema, structureIdSchema, type PersonId, type StructureId } from '../../domain/ids.ts'
import { reminderReaderSchema, type ReminderReader } from '../../domain/reminders/reminder-readers.ts'
import { reminderReasonSchema, type ReminderReason } from '../../domain/reminders/reminder-reasons.ts'
import type { Silence } from '../../domain/reminders/silence.ts'
import type { Db } from './tables.ts'

/** Whose silence, and where. */
export interface PostName {
  readonly advisorId: PersonId
  readonly structureId: StructureId
}

/** Tells posts apart. */
export function postKey({ advisorId, structureId }: PostName): string {
  return `${structureId} ${advisorId}`
}

const postName = { advisorId: personIdSchema, structureId: structureIdSchema }

const answerSchema = z.object({
  ...postName,
  reader: reminderReaderSchema,
  reason: reminderReasonSchema,
  on: calendarDaySchema,
  by: personIdSchema,
})
export type StoredAnswer = z.infer<typeof answerSchema>

/** What was answered about the advisors of these structures, the oldest first; a reason of a newer version is left out. */
export async function answersAbout(db: Db, structures: readonly StructureId[]): Promise<StoredAnswer[]> {
  if (structures.length === 0) return []
  const rows = await db
    .selectFrom('reminder_answer')
    .select([
      'advisor_id as advisorId',
      'structure_id as structureId',
      'reader',
      'reason',
      'answered_on as on',
      'by_person as by',
    ])
    .where('structure_id', 'in', structures)
    .orderBy('answered_on')
    .orderBy('at')
    .orderBy('answer_id')
    .execute()
  return rows.flatMap((row) => answerSchema.safeParse(row).data ?? [])
}

const sentSchema = z.object({ ...postName, reader: reminderReaderSchema, at: z.iso.datetime() })

/** What was sent about them, the oldest first: once for each day and capacity, however many people got it. */
export async function sentAbout(
  db: Db,
  structures: readonly StructureId[],
): Promise<(PostName & SentReminder)[]> {
  if (structures.length === 0) return []
  const { rows } = await sql`
    select advisor_id as "advisorId", structure_id as "structureId", reader, min(sent_at) as at
    from reminder where structure_id = any(${structures}::uuid[])
    group by advisor_id, structure_id, reader, date_trunc('day', sent_at at time zone 'UTC')
    order by min(sent_at), reader`.execute(db)
  return rows.map((row) => sentSchema.parse(row))
}

/** One word on a silence. */
export interface NewAnswer extends PostName {
  readonly id: string
  readonly reader: ReminderReader
  readonly reason: ReminderReason
  readonly on: string
  readonly by: PersonId
  readonly at: string
}

/** Written once, however often it is sent. Says whether it was. */
export async function writeAnswer(tx: Db, answer: NewAnswer): Promise<boolean> {
  const { id, advisorId, structureId, reader, reason, on, by, at } = answer
  const row = await tx
    .insertInto('reminder_answer')
    .values({
      answer_id: id,
      advisor_id: advisorId,
      structure_id: structureId,
      reader,
      reason,
      answered_on: on,
      by_person: by,
      at,
    })
    .onConflict((conflict) => conflict.column('answer_id').doNothing())
    .returning('answer_id')
    .executeTakeFirst()
  return row !== undefined
}

/**
 * Takes somebody's turn to be written to: false where they were since `latest`, or want no message. Of two servers that
 * ask at once the second waits for the first, and is told no; a transaction that is never committed took nothing.
 */
export async function takeMailTurn(
  tx: Db,
  { person, at, latest }: { person: PersonId; at: string; latest: string },
): Promise<boolean> {
  const { rows } = await sql`
    insert into reminder_mail (person_id, last_sent_at) values (${person}, ${at})
    on conflict (person_id) do update set last_sent_at = excluded.last_sent_at
      where reminder_mail.stopped_at is null
        and (reminder_mail.last_sent_at is null or reminder_mail.last_sent_at <= ${latest})
    returning person_id`.execute(tx)
  return rows.length > 0
}

/** One silence that a message is about. */
export interface NewReminder extends PostName {
  readonly id: string
  readonly reader: ReminderReader
  readonly silence: Pick<Silence, 'since' | 'days' | 'version'>
}

export async function writeReminders(
  tx: Db,
  { mail, to, at }: { mail: string; to: PersonId; at: string },
  about: readonly NewReminder[],
): Promise<void> {
  if (about.length === 0) return
  const rows = about.map(({ id, reader, advisorId, structureId, silence }) => ({
    reminder_id: id,
    mail_id: mail,
    to_person: to,
    reader,
    advisor_id: advisorId,
    structure_id: structureId,
    since: silence.since,
    days: silence.days,
    rule_version: silence.version,
    sent_at: at,
  }))
  await tx.insertInto('reminder').values(rows).execute()
}

const ownSentSchema = z.object({
  reader: reminderReaderSchema,
  structureName: z.string(),
  at: z.iso.datetime(),
})

/** How many of the last messages one is shown. */
const shownMost = 50

/** What was sent to somebody, the newest first. */
export async function sentTo(db: Db, person: PersonId): Promise<OwnReminders['sent']> {
  const { rows } = await sql`
    select distinct r.reader, s.name as "structureName", r.sent_at as at
    from reminder r join structure s on s.structure_id = r.structure_id
    where r.to_person = ${person}
    order by r.sent_at desc, s.name limit ${shownMost}`.execute(db)
  return rows.map((row) => ownSentSchema.parse(row))
}

/** What is answered of somebody's own silence, by them and by their structures. */
export async function answersAboutPerson(db: Db, person: PersonId): Promise<OwnReminders['answers']> {
  const rows = await db
    .selectFrom('reminder_answer')
    .select([
      'advisor_id as advisorId',
      'structure_id as structureId',
      'reader',
      'reason',
      'answered_on as on',
      'by_person as by',
    ])
    .where('advisor_id', '=', person)
    .where('reader', 'in', ['advisor', 'structure'])
    .orderBy('answered_on', 'desc')
    .orderBy('at', 'desc')
    .limit(shownMost)
    .execute()
  return rows
    .flatMap((row) => answerSchema.safeParse(row).data ?? [])
    .map(({ structureId, reader, reason, on }) => ({ structureId, reader, reason, on }))
}

/** Forgets what is older than this: of silences that are over. */
export async function forgetRemindersBefore(db: Db, before: string): Promise<void> {
  await db.deleteFrom('reminder').where('sent_at', '<', before).execute()
}

export async function forgetAnswersBefore(db: Db, before: string): Promise<void> {
  await db.deleteFrom('reminder_answer').where('at', '<', before).execute()
}
