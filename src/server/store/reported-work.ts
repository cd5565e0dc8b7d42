import { sql } from 'kysely'
import * as z from 'zod/mini'
import { calendarDaySchema } from '../../domain/calendar-day.ts'
import { scopeIdSchema } from '../../domain/ids.ts'
import {
  accompanimentsOfReport,
  fromReportsAsked,
  isInsideContract,
  type ReportsAsked,
} from './readable-reports.ts'
import type { Db } from './tables.ts'

const workSchema = z.object({
  scope: scopeIdSchema,
  reports: z.coerce.number(),
  /** Minutes of time for the community. */
  communityMinutes: z.coerce.number(),
})

const insideContract = isInsideContract('d')

/**
 * How many reports a structure's advisors filed for days of a period inside a contract, and how much of them for the
 * community; nothing for anybody who isn't a member while the query runs.
 */
export async function reportedWork(
  db: Db,
  asked: Required<ReportsAsked>,
): Promise<z.infer<typeof workSchema>[]> {
  const { rows } = await sql`
    select d.scope_id as scope, count(*) as reports,
      coalesce(sum((d.body ->> 'minutes')::int) filter (
        where d.body ->> 'kind' = 'hors_accompagnement' and d.body ->> 'activity' = 'vie_de_la_communaute'), 0)
        as "communityMinutes"
    ${fromReportsAsked(asked)} and ${insideContract}
    group by d.scope_id`.execute(db)
  return rows.map((row) => workSchema.parse(row))
}

const accompanimentSchema = z.object({ accompaniments: z.coerce.number(), themes: z.array(z.string()) })

/** Accompaniments of the same days, by the themes that they touched together. */
export async function accompanimentsByThemes(
  db: Db,
  asked: Required<ReportsAsked>,
): Promise<z.infer<typeof accompanimentSchema>[]> {
  const { rows } = await sql`
    select coalesce(d.body -> 'themes', '[]') as themes,
      sum(${accompanimentsOfReport}) as accompaniments
    ${fromReportsAsked(asked)}
      and d.body ->> 'kind' in ('individuel', 'collectif') and ${insideContract}
    group by coalesce(d.body -> 'themes', '[]')`.execute(db)
  return rows.map((row) => accompanimentSchema.parse(row))
}

const lastActivitySchema = z.object({ scope: scopeIdSchema, day: calendarDaySchema })

/** The last day inside a contract on which each of a structure's advisors had an activity. */
export async function lastActivities(
  db: Db,
  { person, structure }: Omit<ReportsAsked, 'period'>,
): Promise<z.infer<typeof lastActivitySchema>[]> {
  const { rows } = await sql`
    select d.scope_id as scope, max(d.day) as day
    ${fromReportsAsked({ person, structure })} and ${insideContract}
    group by d.scope_id`.execute(db)
  return rows.map((row) => lastActivitySchema.parse(row))
}
