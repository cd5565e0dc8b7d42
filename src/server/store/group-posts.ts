import { sql } from 'kysely'
import * as z from 'zod/mini'
import { contractDatesSchema } from '../../domain/access/signed-in-person.ts'
import { calendarDaySchema } from '../../domain/calendar-day.ts'
import {
  personIdSchema,
  scopeIdSchema,
  structureIdSchema,
  type PersonId,
  type TeamId,
} from '../../domain/ids.ts'
import { askedStructures, type AskedStructures } from './asked-structures.ts'
import type { Db } from './tables.ts'

const staySchema = z.object({ joins: calendarDaySchema, leaves: z.nullable(calendarDaySchema) })

const postSchema = z.object({
  scope: scopeIdSchema,
  structure: structureIdSchema,
  person: personIdSchema,
  name: z.string(),
  /** Of the host structure, by INSEE code. */
  commune: z.nullable(z.string()),
  /** Where the scope's changes are: what was read of it is still right as long as this doesn't move. */
  seq: z.coerce.number(),
  contracts: z.array(contractDatesSchema),
  /** In the team that is asked about; null where a structure is. */
  stays: z.nullable(z.array(staySchema)),
})

/** An advisor's post, for those who read figures that count it. */
export type GroupPost = z.infer<typeof postSchema>

/** Of an assignment `a`, with its structure `s`, its person `p` and its counter `c`. */
const postColumns = sql`
  a.scope_id as scope, a.structure_id as structure, p.person_id as person, concat_ws(' ', p.given_name, p.family_name) as name,
  s.commune, coalesce(c.seq, 0) as seq,
  coalesce((
    select jsonb_agg(jsonb_build_object('starts', k.starts, 'ends', k.ends))
    from contract k where k.scope_id = a.scope_id), '[]') as contracts`

const aroundAssignment = sql`
  join structure s on s.structure_id = a.structure_id
  join person p on p.person_id = a.person_id
  left join sync_scope c on c.scope_id = a.scope_id`

const byName = sql`p.family_name, p.given_name, a.scope_id`

/** The posts that a person holds and may write in; every day of them is their own. */
export async function ownPosts(db: Db, person: PersonId): Promise<GroupPost[]> {
  const { rows } = await sql`
    select ${postColumns}, null as stays
    from assignment a
    join sync_grant g on g.scope_id = a.scope_id and g.user_id = a.person_id and g.can_write
    ${aroundAssignment}
    where a.person_id = ${person}
    order by ${byName}`.execute(db)
  return rows.map((row) => postSchema.parse(row))
}

/** The posts of structures' advisors, by name; none for anybody who isn't a member while the query runs. */
export async function structurePosts(db: Db, asked: AskedStructures): Promise<GroupPost[]> {
  const { rows } = await sql`
    select ${postColumns}, null as stays
    from ${askedStructures(asked)}
    join assignment a on a.structure_id = m.structure_id and a.role = 'advisor'
    ${aroundAssignment}
    order by ${byName}`.execute(db)
  return rows.map((row) => postSchema.parse(row))
}

/**
 * The posts of a team's advisors, by name, those who left too: each once, with every stay. None for anybody who doesn't
 * coordinate the team while the query runs.
 */
export async function teamPosts(
  db: Db,
  { person, team }: { person: PersonId; team: TeamId },
): Promise<GroupPost[]> {
  const { rows } = await sql`
    select ${postColumns}, (
      select jsonb_agg(jsonb_build_object('joins', t.joins, 'leaves', t.leaves))
      from team_member t where t.team_id = l.team_id and t.scope_id = a.scope_id) as stays
    from team_coordinator l
    join assignment a on a.role = 'advisor'
      and exists (select 1 from team_member t where t.team_id = l.team_id and t.scope_id = a.scope_id)
    ${aroundAssignment}
    where l.person_id = ${person} and l.team_id = ${team}
    order by ${byName}`.execute(db)
  return rows.map((row) => postSchema.parse(row))
}
