import { sql } from 'kysely'
import * as z from 'zod/mini'
import type { OwnReminders } from '../../domain/access/reminders.ts'
import { calendarMonthSchema, type CalendarMonth } from '../../domain/calendar-month.ts'
import { personIdSchema, structureIdSchema, type PersonId, type StructureId } from '../../domain/ids.ts'
import { askingStandings, type AskingStanding } from '../../domain/reminders/months-to-tell.ts'
import type { Db } from './tables.ts'

const responsableSchema = z.object({ person: personIdSchema, structure: structureIdSchema })

/** Who answers for which structure, of those who may be written to: neither since `latest`, nor against their will. */
export async function responsablesToWrite(
  db: Db,
  latest: string,
): Promise<z.infer<typeof responsableSchema>[]> {
  const { rows } = await sql`
    select m.person_id as person, m.structure_id as structure
    from membership m left join reminder_mail r on r.person_id = m.person_id
    where m.role = 'responsable' and r.stopped_at is null
      and (r.last_sent_at is null or r.last_sent_at <= ${latest})
    order by m.structure_id, m.person_id`.execute(db)
  return rows.map((row) => responsableSchema.parse(row))
}

/** Of these months, those in which an advisor had a contract with a structure. */
export async function monthsUnderContract(
  db: Db,
  { structure, months }: { structure: StructureId; months: readonly CalendarMonth[] },
): Promise<ReadonlySet<CalendarMonth>> {
  const { rows } = await sql<{ month: string }>`
    select distinct asked.month
    from unnest(${months}::text[]) as asked (month)
    join assignment a on a.structure_id = ${structure} and a.role = 'advisor'
    join contract c on c.scope_id = a.scope_id and to_char(c.starts, 'YYYY-MM') <= asked.month
      and (c.ends is null or to_char(c.ends, 'YYYY-MM') >= asked.month)`.execute(db)
  return new Set(rows.map(({ month }) => calendarMonthSchema.parse(month)))
}

const toldSchema = z.object({ person: personIdSchema, month: calendarMonthSchema, at: z.iso.datetime() })

/** Of which months of a structure who was told, and when. */
export async function toldOfMonths(db: Db, structure: StructureId): Promise<z.infer<typeof toldSchema>[]> {
  const rows = await db
    .selectFrom('month_reminder')
    .select(['to_person as person', 'month', 'sent_at as at'])
    .where('structure_id', '=', structure)
    .execute()
  return rows.map((row) => toldSchema.parse(row))
}

/** One month that a message is about. */
export interface NewMonthReminder {
  readonly id: string
  readonly structureId: StructureId
  readonly month: CalendarMonth
  readonly standing: AskingStanding
  readonly version: number
}

export async function writeMonthReminders(
  tx: Db,
  { mail, to, at }: { mail: string; to: PersonId; at: string },
  about: readonly NewMonthReminder[],
): Promise<void> {
  if (about.length === 0) return
  const rows = about.map(({ id, structureId, month, standing, version }) => ({
    reminder_id: id,
    mail_id: mail,
    to_person: to,
    structure_id: structureId,
    month,
    standing,
    rule_version: version,
    sent_at: at,
  }))
  await tx.insertInto('month_reminder').values(rows).execute()
}

const ownSchema = z.object({
  structureName: z.string(),
  month: calendarMonthSchema,
  standing: z.enum(askingStandings),
  at: z.iso.datetime(),
})

/** How many of the last ones one is shown. */
const shownMost = 50

/** Of which months somebody was told, the newest message first. */
export async function monthsToldTo(db: Db, person: PersonId): Promise<OwnReminders['months']> {
  const { rows } = await sql`
    select s.name as "structureName", r.month, r.standing, r.sent_at as at
    from month_reminder r join structure s on s.structure_id = r.structure_id
    where r.to_person = ${person}
    order by r.sent_at desc, s.name, r.month desc limit ${shownMost}`.execute(db)
  return rows.map((row) => ownSchema.parse(row))
}

/** Forgets what is older than this. */
export async function forgetMonthRemindersBefore(db: Db, before: string): Promise<void> {
  await db.deleteFrom('month_reminder').where('sent_at', '<', before).execute()
}
