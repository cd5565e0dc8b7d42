import { sql } from 'kysely'
import * as z from 'zod/mini'
import { calendarDaySchema } from '../../domain/calendar-day.ts'
import { calendarMonthSchema } from '../../domain/calendar-month.ts'
import {
  documentIdSchema,
  scopeIdSchema,
  type PersonId,
  type ScopeId,
  type StructureId,
} from '../../domain/ids.ts'
import type { JsonObject } from '../../domain/json.ts'
import { activityPlaceSchema } from '../../domain/report/activity-place.ts'
import type { Period } from '../../domain/statistics/period.ts'
import type { Db } from './tables.ts'

/*
 * What the rules of `domain/anomalies` read of a structure's advisors, for a member of it and nobody else. Bodies and
 * notes are compared in this process and go no further (docs/anomalies.md); what is shown is read by
 * `structure-activities.ts`.
 */

interface Asked {
  readonly person: PersonId
  readonly structure: StructureId
  readonly period: Period
}

/** Live reports of a structure's advisors with a day in a period, as `d`. */
const reportsAsked = ({ person, structure, period }: Asked) => sql`
  from membership m
  join assignment a on a.structure_id = m.structure_id and a.role = 'advisor'
  join doc d on d.scope_id = a.scope_id and d.collection = 'report' and d.state = 'live'
  where m.person_id = ${person} and m.structure_id = ${structure}
    and d.day between ${period.from} and ${period.to}`

const insideContract = sql`exists (
  select 1 from contract c
  where c.scope_id = d.scope_id and c.starts <= d.day and (c.ends is null or d.day <= c.ends))`

/** Those that a report counts for, as `accompanimentsOf` has it. */
const accompaniments = sql`case d.body ->> 'kind' when 'individuel' then 1
  else coalesce(jsonb_array_length(d.body -> 'participants'), 0)
    + coalesce((d.body -> 'anonymous' ->> 'total')::int, 0) end`

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
    ${reportsAsked(asked)}`.execute(db)
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
    ${reportsAsked(asked)} and ${insideContract}
    group by d.scope_id, to_char(d.day, 'YYYY-MM')`.execute(db)
  return rows.map((row) => monthCountSchema.parse(row))
}

const activeDaysSchema = z.object({ scope: scopeIdSchema, days: z.array(calendarDaySchema) })
export type ActiveDays = z.infer<typeof activeDaysSchema>

/** Days inside a contract that had an activity. */
export async function activeDays(db: Db, asked: Asked): Promise<ActiveDays[]> {
  const { rows } = await sql`
    select d.scope_id as scope, jsonb_agg(distinct d.day) as days
    ${reportsAsked(asked)} and ${insideContract} group by d.scope_id`.execute(db)
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
    select d.scope_id as scope, d.id, d.body -> 'place' as place, ${accompaniments} as people
    ${reportsAsked(asked)} and d.body ->> 'kind' = 'collectif' and ${insideContract}`.execute(db)
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
    ${reportsAsked(asked)} and d.scope_id in (${sql.join(asked.scopes)})
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
      sum(${accompaniments}) as accompaniments
    ${reportsAsked(asked)} and d.body ->> 'kind' in ('individuel', 'collectif') and ${insideContract}
    group by d.scope_id`.execute(db)
  return rows.map((row) => touchedThemesSchema.parse(row))
}
