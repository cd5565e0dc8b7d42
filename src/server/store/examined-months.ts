import { sql } from 'kysely'
import * as z from 'zod/mini'
import { calendarDaySchema, type CalendarDay } from '../../domain/calendar-day.ts'
import { calendarMonthSchema } from '../../domain/calendar-month.ts'
import { documentIdSchema, scopeIdSchema, type DocumentId, type ScopeId } from '../../domain/ids.ts'
import type { JsonObject } from '../../domain/json.ts'
import { activityPlaceSchema } from '../../domain/report/activity-place.ts'
import {
  accompanimentsOfReport,
  fromReportsAsked,
  isInsideContract,
  type ReportsAsked,
} from './readable-reports.ts'
import type { Db } from './tables.ts'

/*
 * What the rules of `domain/anomalies` read of structures' advisors, for a member or for the daily work. Bodies and
 * notes are compared in this process and go no further (docs/anomalies.md); what is shown is read by
 * `structure-activities.ts`.
 */

const insideContract = isInsideContract('d')

export interface MonthReport {
  readonly scope: ScopeId
  readonly id: DocumentId
  readonly day: CalendarDay
  readonly body: JsonObject | null
}

/** The reports of a month, without tags; of one on a day outside a contract its day alone. */
export async function reportsOfMonth(db: Db, asked: ReportsAsked): Promise<MonthReport[]> {
  // What is stored was validated when it was written: thousands of rows aren't looked through again.
  const { rows } = await sql<MonthReport>`
    select d.scope_id as scope, d.id, d.day,
      case when ${insideContract} then d.body - 'tags' - 'structureTags' end as body
    ${fromReportsAsked(asked)}`.execute(db)
  return rows
}

const earlierMonthSchema = z.object({
  scope: scopeIdSchema,
  month: calendarMonthSchema,
  /** How many activities it had. */
  activities: z.coerce.number(),
  /** Days that had one. */
  days: z.array(calendarDaySchema),
  /** Workshops: where, and how many came. */
  workshops: z.array(
    z.object({ id: documentIdSchema, place: activityPlaceSchema, people: z.coerce.number() }),
  ),
})
export type EarlierMonth = z.infer<typeof earlierMonthSchema>

/** What each month had, on days inside a contract; read in one go, however many rules ask for a part of it. */
export async function earlierMonths(db: Db, asked: ReportsAsked): Promise<EarlierMonth[]> {
  const { rows } = await sql`
    select d.scope_id as scope, to_char(d.day, 'YYYY-MM') as month, count(*) as activities,
      jsonb_agg(distinct d.day) as days,
      coalesce(
        jsonb_agg(jsonb_build_object('id', d.id, 'place', d.body -> 'place', 'people', ${accompanimentsOfReport}))
          filter (where d.body ->> 'kind' = 'collectif'),
        '[]') as workshops
    ${fromReportsAsked(asked)} and ${insideContract}
    group by d.scope_id, to_char(d.day, 'YYYY-MM')`.execute(db)
  return rows.map((row) => earlierMonthSchema.parse(row))
}

const earlierNotesSchema = z.object({ scope: scopeIdSchema, note: z.string(), reports: z.coerce.number() })
export type EarlierNotes = z.infer<typeof earlierNotesSchema>

/** The notes of days inside a contract, of these scopes alone, and how many reports had each. */
export async function earlierNotes(
  db: Db,
  asked: ReportsAsked & { readonly scopes: readonly ScopeId[] },
): Promise<EarlierNotes[]> {
  if (asked.scopes.length === 0) return []
  const { rows } = await sql`
    select d.scope_id as scope, d.body ->> 'notes' as note, count(*) as reports
    ${fromReportsAsked(asked)} and d.scope_id in (${sql.join(asked.scopes)})
      and d.body ->> 'notes' <> '' and ${insideContract}
    group by d.scope_id, d.body ->> 'notes'`.execute(db)
  return rows.map((row) => earlierNotesSchema.parse(row))
}

const touchedThemesSchema = z.object({
  scope: scopeIdSchema,
  accompaniments: z.coerce.number(),
  themes: z.array(z.array(z.string())),
})
export type TouchedThemes = z.infer<typeof touchedThemesSchema>

/** What accompaniments of days inside a contract were about, and how many there were. */
export async function touchedThemes(db: Db, asked: ReportsAsked): Promise<TouchedThemes[]> {
  const { rows } = await sql`
    select d.scope_id as scope, jsonb_agg(distinct d.body -> 'themes') as themes,
      sum(${accompanimentsOfReport}) as accompaniments
    ${fromReportsAsked(asked)} and d.body ->> 'kind' in ('individuel', 'collectif') and ${insideContract}
    group by d.scope_id`.execute(db)
  return rows.map((row) => touchedThemesSchema.parse(row))
}
