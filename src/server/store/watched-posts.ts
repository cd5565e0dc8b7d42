import { sql, type RawBuilder } from 'kysely'
import * as z from 'zod/mini'
import { contractDatesSchema } from '../../domain/access/signed-in-person.ts'
import { addDays, calendarDaySchema, type CalendarDay } from '../../domain/calendar-day.ts'
import {
  personIdSchema,
  scopeIdSchema,
  structureIdSchema,
  type PersonId,
  type StructureId,
  type TeamId,
} from '../../domain/ids.ts'
import type { DepartmentCode } from '../../domain/territory/departments.ts'
import { isInsideContract } from './readable-reports.ts'
import type { Db } from './tables.ts'

const staySchema = z.object({ joins: calendarDaySchema, leaves: z.nullable(calendarDaySchema) })

const postSchema = z.object({
  scope: scopeIdSchema,
  advisorId: personIdSchema,
  advisorName: z.string(),
  structureId: structureIdSchema,
  structureName: z.string(),
  department: z.nullable(z.string()),
  contracts: z.array(contractDatesSchema),
  /** The day of the last activity inside a contract. */
  lastActivity: z.nullable(calendarDaySchema),
  /** In the team that is asked about; null where none is. */
  stays: z.nullable(z.array(staySchema)),
})

/** A post that is held today, and the last day that an activity tells of it. */
export type WatchedPostRow = z.infer<typeof postSchema>

interface Watched {
  readonly today: CalendarDay
  /** Posts with an activity after this day aren't silent: they are left out. */
  readonly quietBefore: CalendarDay
}

/** Every post of the nation that may be silent; for the daily work, which nobody reads. */
export async function allWatchedPosts(db: Db, watched: Watched): Promise<WatchedPostRow[]> {
  return readPosts(db, watched, { from: sql`assignment a`, where: sql`true` })
}

/** Those of a structure; none for anybody who isn't a member while the query runs. */
export async function structureWatchedPosts(
  db: Db,
  watched: Watched,
  { person, structure }: { person: PersonId; structure: StructureId },
): Promise<WatchedPostRow[]> {
  return readPosts(db, watched, {
    from: sql`membership m join assignment a on a.structure_id = m.structure_id`,
    where: sql`m.person_id = ${person} and m.structure_id = ${structure}`,
  })
}

/** Those of a team, with the advisors' days in it; none for anybody who doesn't coordinate it while the query runs. */
export async function teamWatchedPosts(
  db: Db,
  watched: Watched,
  { person, team }: { person: PersonId; team: TeamId },
): Promise<WatchedPostRow[]> {
  return readPosts(db, watched, {
    from: sql`team_coordinator l join assignment a
      on exists (select 1 from team_member t where t.team_id = l.team_id and t.scope_id = a.scope_id)`,
    where: sql`l.person_id = ${person} and l.team_id = ${team}`,
    stays: sql`(select jsonb_agg(jsonb_build_object('joins', t.joins, 'leaves', t.leaves))
      from team_member t where t.team_id = l.team_id and t.scope_id = a.scope_id)`,
  })
}

/** Those of a territory, or of one structure of it; none for anybody who doesn't read it for the State while the query runs. */
export async function territoryWatchedPosts(
  db: Db,
  watched: Watched,
  { person, territory, structure }: TerritoryQuestion,
): Promise<WatchedPostRow[]> {
  return readPosts(db, watched, {
    from: sql`state_remit r
      join structure w on r.department is null or r.department = w.department
      join assignment a on a.structure_id = w.structure_id`,
    where: sql`r.person_id = ${person} and (${territory} = 'nation' or w.department = ${territory})
      and (${structure ?? null}::uuid is null or w.structure_id = ${structure ?? null}::uuid)`,
  })
}

interface TerritoryQuestion {
  readonly person: PersonId
  readonly territory: DepartmentCode | 'nation'
  readonly structure?: StructureId
}

/** The post of one advisor at one structure; undefined where they don't hold it today. */
export async function watchedPostOf(
  db: Db,
  today: CalendarDay,
  { advisor, structure }: { advisor: PersonId; structure: StructureId },
): Promise<WatchedPostRow | undefined> {
  const [post] = await readPosts(
    db,
    // Whatever its activities.
    { today, quietBefore: addDays(today, 366) },
    {
      from: sql`assignment a`,
      where: sql`a.person_id = ${advisor} and a.structure_id = ${structure}`,
    },
  )
  return post
}

interface Start {
  readonly from: RawBuilder<unknown>
  readonly where: RawBuilder<unknown>
  readonly stays?: RawBuilder<unknown>
}

/** A scope that was withdrawn isn't anybody's post any more (I14). */
async function readPosts(
  db: Db,
  { today, quietBefore }: Watched,
  { from, where, stays = sql`null::jsonb` }: Start,
): Promise<WatchedPostRow[]> {
  const { rows } = await sql`
    select a.scope_id as scope, p.person_id as "advisorId",
      concat_ws(' ', p.given_name, p.family_name) as "advisorName",
      s.structure_id as "structureId", s.name as "structureName", s.department, ${stays} as stays,
      (select jsonb_agg(jsonb_build_object('starts', k.starts, 'ends', k.ends))
        from contract k where k.scope_id = a.scope_id) as contracts,
      (select d.day from doc d
        where d.scope_id = a.scope_id and d.collection = 'report' and d.state = 'live' and d.day is not null
          and ${isInsideContract('d')}
        order by d.day desc limit 1) as "lastActivity"
    from ${from}
    join sync_grant g on g.scope_id = a.scope_id and g.user_id = a.person_id and g.can_write
    join structure s on s.structure_id = a.structure_id
    join person p on p.person_id = a.person_id
    where a.role = 'advisor' and ${where}
      and exists (select 1 from contract k
        where k.scope_id = a.scope_id and k.starts <= ${today}::date and (k.ends is null or ${today}::date <= k.ends))
      and not exists (select 1 from doc d
        where d.scope_id = a.scope_id and d.collection = 'report' and d.state = 'live' and d.day > ${quietBefore}::date
          and ${isInsideContract('d')})
    order by p.family_name, p.given_name, a.scope_id`.execute(db)
  return rows.map((row) => postSchema.parse(row))
}
