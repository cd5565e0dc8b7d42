import { sql } from 'kysely'
import type { Period } from '../../domain/statistics/period.ts'
import { askedStructures, type AskedStructures } from './asked-structures.ts'

/* What statements that read reports for anybody but their author are made of (domain.md, "Who may see what"). */

/**
 * That the day of a document is inside a contract of its scope.
 *
 * @param document its alias
 */
export function isInsideContract(document: 'd' | 'r') {
  const of = sql.raw(document)
  return sql`exists (
    select 1 from contract c
    where c.scope_id = ${of}.scope_id and c.starts <= ${of}.day and (c.ends is null or ${of}.day <= c.ends))`
}

/** Reports of the advisors of structures, of days of a period. */
export type ReportsAsked = AskedStructures & { readonly period: Period }

/** From live reports `d` of structures' advisors; from none for anybody who isn't a member while the query runs. */
export function fromReportsAsked(asked: ReportsAsked) {
  const { from, to } = asked.period
  return sql`
  from ${askedStructures(asked)}
  join assignment a on a.structure_id = m.structure_id and a.role = 'advisor'
  join doc d on d.scope_id = a.scope_id and d.collection = 'report' and d.state = 'live'
  where d.day between ${from} and ${to}`
}

/** That a report `d` is of an accompaniment, as `isAccompaniment` of the domain has it. */
export const isReportOfAccompaniment = sql`d.body ->> 'kind' in ('individuel', 'collectif')`

/** Accompaniments that a report `d` of people counts for, as `accompanimentsOf` has it. */
export const accompanimentsOfReport = sql`case d.body ->> 'kind' when 'individuel' then 1
  else coalesce(jsonb_array_length(d.body -> 'participants'), 0)
    + coalesce((d.body -> 'anonymous' ->> 'total')::int, 0) end`

/** Joins the place of activity of a report `d` as `l`, where it has one. */
export const placeOfReport = sql`
  left join doc l on l.scope_id = d.scope_id and l.collection = 'place' and l.id = case
    when d.body -> 'place' ->> 'kind' = 'lieu_activite' then (d.body -> 'place' ->> 'lieuId')::uuid end`
