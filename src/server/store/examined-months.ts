import { sql } from 'kysely'
import * as z from 'zod/mini'
import { calendarDaySchema } from '../../domain/calendar-day.ts'
import { calendarMonthSchema } from '../../domain/calendar-month.ts'
import { documentIdSchema, scopeIdSchema, type ScopeId } from '../../domain/ids.ts'
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
 * What the rules of `domain/anomalies` read of a structure's advisors, for a member of it and nobody else. Bodies and
 * notes are compared in this process and go no further (docs/anomalies.md); what is shown is read by
 * `structure-activities.ts`.
 */

type Asked = Required<ReportsAsked>

const insideContract = isInsideContract('d')

/** What is stored was validated when it was written: thousands of bodies aren't looked through again. */
const storedBodySchema = z.custom<JsonObject>((value) => typeof value === 'object' && value !== null)

const monthReportSchema = z.object({
  scope: scopeIdSchema,
  id: documentIdSchema,
  day: calendarDaySchema,
  body: z.nullable(storedBodySchema),
})
export type MonthReport = z.infer<typeof monthReportSchema>

/** The reports of a month, without tags; of one on a day outside a contract its day alone. */
export async function reportsOfMonth(db: Db, asked: Asked): Promise<MonthReport[]> {
  const { rows } = await sql`
    select d.scope_id as scope, d.id, d.day,
      case when ${insideContract} then d.body - 'tags' - 'structureTags' end as body
    ${fromReportsAsked(asked)}`.execute(db)
  return rows.map((row) => monthReportSchema.parse(row))
}

const monthCountSchema = z.object({
  scope: scopeIdSchema,
  month: calendarMonthSchema,
  activities: z.coerce.number(),
})
export type MonthCount = z.infer<typeof monthCountSchema>

/** How many activities each month had, on days inside a contract. */
export async function activitiesByMonth(db: Db, asked: Asked): Promise<MonthCount[]> {
  const { rows } = await sql`
    select d.scope_id as scope, to_char(d.day, 'YYYY-MM') as month, count(*) as activities
    ${fromReportsAsked(asked)} and ${insideContract}
    group by d.scope_id, to_char(d.day, 'YYYY-MM')`.execute(db)
  return rows.map((row) => monthCountSchema.parse(row))
}

const activeDaysSchema = z.object({ scope: scopeIdSchema, days: z.array(calendarDaySchema) })
export type ActiveDays = z.infer<typeof activeDaysSchema>

/** Days inside a contract that had an activity. */
export async function activeDays(db: Db, asked: Asked): Promise<ActiveDays[]> {
  const { rows } = await sql`
    select d.scope_id as scope, jsonb_agg(distinct d.day) as days
    ${fromReportsAsked(asked)} and ${insideContract} group by d.scope_id`.execute(db)
  return rows.map((row) => activeDaysSchema.parse(row))
}

const earlierWorkshopSchema = z.object({
  scope: scopeIdSchema,
  id: documentIdSchema,
  place: activityPlaceSchema,
  people: z.coerce.number(),
})
export type EarlierWorkshop = z.infer<typeof earlierWorkshopSchema>

/** Workshops of days inside a contract: where, and how many came. */
export async function earlierWorkshops(db: Db, asked: Asked): Promise<EarlierWorkshop[]> {
  const { rows } = await sql`
    select d.scope_id as scope, d.id, d.body -> 'place' as place, ${accompanimentsOfReport} as people
    ${fromReportsAsked(asked)} and d.body ->> 'kind' = 'collectif' and ${insideContract}`.execute(db)
  return rows.map((row) => earlierWorkshopSchema.parse(row))
}

const earlierNotesSchema = z.object({ scope: scopeIdSchema, note: z.string(), reports: z.coerce.number() })
export type EarlierNotes = z.infer<typeof earlierNotesSchema>

/** The notes of days inside a contract, of these scopes alone, and how many reports had each. */
export async function earlierNotes(
  db: Db,
  asked: Asked & { readonly scopes: readonly ScopeId[] },
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
export async function touchedThemes(db: Db, asked: Asked): Promise<TouchedThemes[]> {
  const { rows } = await sql`
    select d.scope_id as scope, jsonb_agg(distinct d.body -> 'themes') as themes,
      sum(${accompanimentsOfReport}) as accompaniments
    ${fromReportsAsked(asked)} and d.body ->> 'kind' in ('individuel', 'collectif') and ${insideContract}
    group by d.scope_id`.execute(db)
  return rows.map((row) => touchedThemesSchema.parse(row))
}
