import { sql } from 'kysely'
import * as z from 'zod/mini'
import { calendarDaySchema } from '../../domain/calendar-day.ts'
import { scopeIdSchema, structureIdSchema } from '../../domain/ids.ts'
import {
  accompanimentsOfReport,
  fromReportsAsked,
  isInsideContract,
  isReportOfAccompaniment,
  type ReportsAsked,
} from './readable-reports.ts'
import { askedStructures, type AskedStructures } from './asked-structures.ts'
import type { Db } from './tables.ts'

const workSchema = z.object({
  structure: structureIdSchema,
  /** Those of accompaniments; null for all that is none. */
  themes: z.nullable(z.array(z.string())),
  reports: z.coerce.number(),
  accompaniments: z.coerce.number(),
  /** Minutes of time for the community. */
  communityMinutes: z.coerce.number(),
})
export type ReportedWork = z.infer<typeof workSchema>

const insideContract = isInsideContract('d')

/**
 * How many reports structures' advisors filed for days of a period inside a contract, by the structure and the themes
 * that they touched together, and how much of them for the community; nothing for anybody who isn't a member while the
 * query runs.
 */
export async function reportedWork(db: Db, asked: ReportsAsked): Promise<ReportedWork[]> {
  const { rows } = await sql`
    select w.structure, w.themes::json as themes, count(*) as reports, coalesce(sum(w.accompaniments), 0) as accompaniments,
      coalesce(sum(w.community_minutes), 0) as "communityMinutes"
    from (
      select m.structure_id as structure,
        case when ${isReportOfAccompaniment} then coalesce(d.body ->> 'themes', '[]') end as themes,
        case when ${isReportOfAccompaniment} then ${accompanimentsOfReport} end as accompaniments,
        case when d.body ->> 'kind' = 'hors_accompagnement' and d.body ->> 'activity' = 'vie_de_la_communaute'
          then (d.body ->> 'minutes')::int end as community_minutes
      ${fromReportsAsked(asked)} and ${insideContract}) w
    group by w.structure, w.themes`.execute(db)
  return rows.map((row) => workSchema.parse(row))
}

const reportedTimeSchema = z.object({
  scope: scopeIdSchema,
  day: calendarDaySchema,
  kind: z.string(),
  activity: z.nullable(z.string()),
  minutes: z.coerce.number(),
})

/**
 * Minutes of reports of a structure's advisors on days of a period inside a contract, by what they were for; nothing for
 * anybody who isn't a member while the query runs.
 */
export async function reportedTimes(
  db: Db,
  asked: Required<ReportsAsked>,
): Promise<(Omit<z.infer<typeof reportedTimeSchema>, 'activity'> & { activity?: string | undefined })[]> {
  const { rows } = await sql`
    select d.scope_id as scope, d.day, d.body ->> 'kind' as kind, d.body ->> 'activity' as activity,
      sum((d.body ->> 'minutes')::int) as minutes
    ${fromReportsAsked(asked)} and ${insideContract} and d.body ? 'minutes'
    group by 1, 2, 3, 4`.execute(db)
  return rows.map((row) => {
    const { activity, ...time } = reportedTimeSchema.parse(row)
    return { ...time, activity: activity ?? undefined }
  })
}

const lastActivitySchema = z.object({ scope: scopeIdSchema, day: calendarDaySchema })

/** The last day inside a contract on which each of structures' advisors had an activity. */
export async function lastActivities(
  db: Db,
  asked: AskedStructures,
): Promise<z.infer<typeof lastActivitySchema>[]> {
  const { rows } = await sql`
    select w.scope, w.day
    from (
      select a.scope_id as scope, (
        select d.day from doc d
        where d.scope_id = a.scope_id and d.collection = 'report' and d.state = 'live' and d.day is not null
          and ${insideContract}
        order by d.day desc limit 1) as day
      from ${askedStructures(asked)}
      join assignment a on a.structure_id = m.structure_id and a.role = 'advisor') w
    where w.day is not null`.execute(db)
  return rows.map((row) => lastActivitySchema.parse(row))
}
