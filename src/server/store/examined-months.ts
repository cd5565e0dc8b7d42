import { sql } from 'kysely'
import * as z from 'zod/mini'
import type { CalendarDay } from '../../domain/calendar-day.ts'
import type { CalendarMonth } from '../../domain/calendar-month.ts'
import { scopeIdSchema, type DocumentId, type ScopeId } from '../../domain/ids.ts'
import type { JsonObject } from '../../domain/json.ts'
import type { ActivityPlace } from '../../domain/report/activity-place.ts'
import type { Period } from '../../domain/statistics/period.ts'
import {
  accompanimentsOfReport,
  fromReportsAsked,
  isInsideContract,
  isReportOfAccompaniment,
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
  // What is stored was validated when it was written: thousands of rows aren't looked through again. Few have a tag, and
  // to take one away makes a body anew.
  const { rows } = await sql<MonthReport>`
    select d.scope_id as scope, d.id, d.day,
      case when ${insideContract} then
        case when d.body ?| array['tags', 'structureTags'] then d.body - 'tags' - 'structureTags' else d.body end
      end as body
    ${fromReportsAsked(asked)}`.execute(db)
  return rows
}

export interface EarlierMonth {
  readonly scope: ScopeId
  readonly month: CalendarMonth
  /** How many activities it had. */
  readonly activities: number
  /** Days that had one. */
  readonly days: readonly CalendarDay[]
  /** Workshops: where, and how many came. */
  readonly workshops: readonly {
    readonly id: DocumentId
    readonly place: ActivityPlace
    readonly people: number
  }[]
  /** What each accompaniment was about, and how many there were: of the days of which that is asked for. */
  readonly themes: readonly (readonly string[])[]
  readonly accompaniments: number
}

/**
 * What each month had, on days inside a contract; read in one go, however many rules ask for a part of it.
 *
 * @param asked.themesOf the days whose themes are read too
 */
export async function earlierMonths(
  db: Db,
  asked: ReportsAsked & { readonly themesOf: Period | undefined },
): Promise<EarlierMonth[]> {
  const { themesOf } = asked
  const hasThemes = themesOf
    ? sql`${isReportOfAccompaniment} and d.day between ${themesOf.from} and ${themesOf.to}`
    : sql`false`
  // What is stored was validated when it was written. Without the fence whole bodies would be sorted, on the disk.
  const { rows } = await sql<EarlierMonth>`
    with told as materialized (
      select d.scope_id as scope, to_char(d.day, 'YYYY-MM') as month, d.day,
        case when d.body ->> 'kind' = 'collectif' then
          json_build_object('id', d.id, 'place', d.body -> 'place', 'people', ${accompanimentsOfReport}) end as workshop,
        case when ${hasThemes} then d.body -> 'themes' end as themes,
        case when ${hasThemes} then ${accompanimentsOfReport} end as accompaniments
      ${fromReportsAsked(asked)} and ${insideContract})
    select scope, month, count(*)::int as activities, json_agg(distinct day) as days,
      coalesce(json_agg(workshop) filter (where workshop is not null), '[]') as workshops,
      coalesce(json_agg(themes) filter (where themes is not null), '[]') as themes,
      coalesce(sum(accompaniments), 0)::int as accompaniments
    from told
    group by scope, month`.execute(db)
  return rows
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
