import { sql } from 'kysely'
import * as z from 'zod/mini'
import type { CalendarMonth } from '../../domain/calendar-month.ts'
import { calendarMonthSchema, daysOfMonth } from '../../domain/calendar-month.ts'
import { documentIdSchema, scopeIdSchema, type ScopeId, type StructureId } from '../../domain/ids.ts'
import type { SealedReport } from '../../domain/seal/sealed-report.ts'
import { isInsideContract, placeOfReport } from './readable-reports.ts'
import { activityColumns, activityOf, type ActivityRow } from './structure-activities.ts'
import type { Db } from './tables.ts'

/** A report of a month as its structure may see it, and whose post it is of. */
export interface MonthReportToSeal {
  readonly scope: ScopeId
  readonly report: SealedReport
}

/** Of assignments `a` and their reports `d`: live ones, on days inside a contract. */
const readable = sql`
  a.role = 'advisor' and d.collection = 'report' and d.state = 'live'
    and ${isInsideContract('d')}`

/**
 * Every report of a structure's month that its members may read, and no other: who asks has found the structure by what
 * they may read, or reads sums of them alone.
 */
export async function reportsToSeal(
  db: Db,
  { structure, month }: { structure: StructureId; month: CalendarMonth },
): Promise<MonthReportToSeal[]> {
  const { from, to } = daysOfMonth(month)
  const { rows } = await sql<ActivityRow & { place_id: string | null; own_commune: string | null }>`
    select ${activityColumns('p')},
      case when d.body -> 'place' ->> 'kind' = 'lieu_activite' then d.body -> 'place' ->> 'lieuId' end as place_id,
      d.body -> 'place' ->> 'commune' as own_commune
    from assignment a
    join structure s on s.structure_id = a.structure_id
    join person p on p.person_id = a.person_id
    join doc d on d.scope_id = a.scope_id
    ${placeOfReport}
    where a.structure_id = ${structure} and ${readable} and d.day between ${from} and ${to}`.execute(db)
  return rows.map((row) => ({
    scope: scopeIdSchema.parse(row.scope_id),
    report: {
      ...activityOf(row),
      placeId: row.place_id === null ? null : documentIdSchema.parse(row.place_id),
      commune: row.own_commune,
    },
  }))
}

const shapeSchema = z.object({
  month: calendarMonthSchema,
  scope: scopeIdSchema,
  reports: z.coerce.number(),
  seq: z.coerce.number(),
  idsSum: z.string(),
})
/** How a post's month stands, without reading any report: the same as when it was sealed means that nothing changed. */
export type MonthShape = z.infer<typeof shapeSchema>

/** The months of a structure from one to another, both included, as far as counting reports tells. */
export async function monthShapes(
  db: Db,
  { structure, from, to }: { structure: StructureId; from: CalendarMonth; to: CalendarMonth },
): Promise<MonthShape[]> {
  const days = { from: daysOfMonth(from).from, to: daysOfMonth(to).to }
  const { rows } = await sql`
    select to_char(d.day, 'YYYY-MM') as month, d.scope_id as scope, count(*) as reports, max(d.seq) as seq,
      md5(string_agg(d.id::text, ' ' order by d.id)) as "idsSum"
    from assignment a join doc d on d.scope_id = a.scope_id
    where a.structure_id = ${structure} and ${readable} and d.day between ${days.from} and ${days.to}
    group by to_char(d.day, 'YYYY-MM'), d.scope_id`.execute(db)
  return rows.map((row) => shapeSchema.parse(row))
}
