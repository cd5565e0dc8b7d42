import { sql, type RawBuilder } from 'kysely'
import * as z from 'zod/mini'
import { frenchDayOf } from '../../domain/calendar-day.ts'
import { daysOfMonth, type CalendarMonth } from '../../domain/calendar-month.ts'
import { structureIdSchema, type PersonId, type TeamId } from '../../domain/ids.ts'
import type { VouchedDepartment, VouchedStructures } from '../../domain/access/structure-months.ts'
import type { DepartmentCode } from '../../domain/territory/departments.ts'
import type { Db } from './tables.ts'

const rowSchema = z.object({ id: structureIdSchema, name: z.string(), at: z.nullable(z.string()) })

/**
 * Structures of a team's advisors, those who are in it on a day of the month, and whether each vouched for it; none for
 * anybody who doesn't coordinate the team while the query runs.
 */
export async function structuresOfTeam(
  db: Db,
  { person, team, month }: { person: PersonId; team: TeamId; month: CalendarMonth },
): Promise<VouchedStructures['structures']> {
  const { from, to } = daysOfMonth(month)
  return vouchedAmong(
    db,
    month,
    sql`exists (
      select 1 from team_coordinator l
      join team_member t on t.team_id = l.team_id and t.joins <= ${to} and (t.leaves is null or t.leaves >= ${from})
      where l.person_id = ${person} and l.team_id = ${team} and t.scope_id = a.scope_id)`,
  )
}

/** Structures of a department with an advisor in the month, and whether each vouched for it. */
export async function structuresOfDepartment(
  db: Db,
  { department, month }: { department: DepartmentCode; month: CalendarMonth },
): Promise<VouchedStructures['structures']> {
  return vouchedAmong(db, month, sql`s.department = ${department}`)
}

/**
 * How many structures of a remit had an advisor in the month, and how many of them vouched for it, by department; none
 * for anybody who doesn't read for the State while the query runs.
 */
export async function vouchedByDepartment(
  db: Db,
  { person, month }: { person: PersonId; month: CalendarMonth },
): Promise<VouchedDepartment[]> {
  const { rows } = await sql<VouchedDepartment>`
    select s.department, count(*) as structures,
      count(*) filter (where exists (
        select 1 from seal v where v.structure_id = s.structure_id and v.month = ${month})) as vouched
    from state_remit r
    join structure s on (r.department is null or r.department = s.department) and ${hasAdvisorIn(month)}
    where r.person_id = ${person}
    group by s.department
    order by s.department nulls last`.execute(db)
  return rows
}

/** Of a structure `s`: whether somebody, of those that are meant, was an advisor there on a day of the month. */
function hasAdvisorIn(month: CalendarMonth, among: RawBuilder<unknown> = sql`true`): RawBuilder<boolean> {
  const { from, to } = daysOfMonth(month)
  return sql<boolean>`exists (
      select 1 from assignment a
      join contract c on c.scope_id = a.scope_id and c.starts <= ${to} and (c.ends is null or c.ends >= ${from})
      where a.structure_id = s.structure_id and a.role = 'advisor' and ${among})`
}

/** @param among of a structure `s` and an assignment `a` there */
async function vouchedAmong(
  db: Db,
  month: CalendarMonth,
  among: RawBuilder<unknown>,
): Promise<VouchedStructures['structures']> {
  const { rows } = await sql`
    select s.structure_id as id, s.name, (
      select max(v.at) from seal v where v.structure_id = s.structure_id and v.month = ${month}) as at
    from structure s
    where ${hasAdvisorIn(month, among)}
    order by s.name, s.structure_id`.execute(db)
  return rows.map((row) => {
    const { id, name, at } = rowSchema.parse(row)
    return { id, name, sealedOn: at === null ? null : frenchDayOf(new Date(at)) }
  })
}
