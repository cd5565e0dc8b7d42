import { sql } from 'kysely'
import * as z from 'zod/mini'
import { calendarDaySchema } from '../../domain/calendar-day.ts'
import { scopeIdSchema, type PersonId, type StructureId } from '../../domain/ids.ts'
import type { Period } from '../../domain/statistics/period.ts'
import type { Db } from './tables.ts'

const workSchema = z.object({
  scope: scopeIdSchema,
  reports: z.coerce.number(),
  /** Minutes of time for the community. */
  communityMinutes: z.coerce.number(),
})

const insideContract = sql`exists (
  select 1 from contract c
  where c.scope_id = d.scope_id and c.starts <= d.day and (c.ends is null or d.day <= c.ends))`

/**
 * How many reports a structure's advisors filed for days of a period inside a contract, and how much of them for the
 * community; nothing for anybody who isn't a member while the query runs.
 */
export async function reportedWork(
  db: Db,
  { person, structure, period }: { person: PersonId; structure: StructureId; period: Period },
): Promise<z.infer<typeof workSchema>[]> {
  const { rows } = await sql`
    select d.scope_id as scope, count(*) as reports,
      coalesce(sum((d.body ->> 'minutes')::int) filter (
        where d.body ->> 'kind' = 'hors_accompagnement' and d.body ->> 'activity' = 'vie_de_la_communaute'), 0)
        as "communityMinutes"
    from membership m
    join assignment a on a.structure_id = m.structure_id and a.role = 'advisor'
    join doc d on d.scope_id = a.scope_id and d.collection = 'report' and d.state = 'live'
    where m.person_id = ${person} and m.structure_id = ${structure}
      and d.day between ${period.from} and ${period.to} and ${insideContract}
    group by d.scope_id`.execute(db)
  return rows.map((row) => workSchema.parse(row))
}

const accompanimentSchema = z.object({ accompaniments: z.coerce.number(), themes: z.array(z.string()) })

/** Accompaniments of the same days, by the themes that they touched together. */
export async function accompanimentsByThemes(
  db: Db,
  { person, structure, period }: { person: PersonId; structure: StructureId; period: Period },
): Promise<z.infer<typeof accompanimentSchema>[]> {
  const { rows } = await sql`
    select coalesce(d.body -> 'themes', '[]') as themes,
      sum(case d.body ->> 'kind' when 'individuel' then 1
        else coalesce(jsonb_array_length(d.body -> 'participants'), 0)
          + coalesce((d.body -> 'anonymous' ->> 'total')::int, 0) end) as accompaniments
    from membership m
    join assignment a on a.structure_id = m.structure_id and a.role = 'advisor'
    join doc d on d.scope_id = a.scope_id and d.collection = 'report' and d.state = 'live'
    where m.person_id = ${person} and m.structure_id = ${structure}
      and d.body ->> 'kind' in ('individuel', 'collectif')
      and d.day between ${period.from} and ${period.to} and ${insideContract}
    group by coalesce(d.body -> 'themes', '[]')`.execute(db)
  return rows.map((row) => accompanimentSchema.parse(row))
}

const lastActivitySchema = z.object({ scope: scopeIdSchema, day: calendarDaySchema })

/** The last day inside a contract on which each of a structure's advisors had an activity. */
export async function lastActivities(
  db: Db,
  { person, structure }: { person: PersonId; structure: StructureId },
): Promise<z.infer<typeof lastActivitySchema>[]> {
  const { rows } = await sql`
    select d.scope_id as scope, max(d.day) as day
    from membership m
    join assignment a on a.structure_id = m.structure_id and a.role = 'advisor'
    join doc d on d.scope_id = a.scope_id and d.collection = 'report' and d.state = 'live'
    where m.person_id = ${person} and m.structure_id = ${structure} and ${insideContract}
    group by d.scope_id`.execute(db)
  return rows.map((row) => lastActivitySchema.parse(row))
}
