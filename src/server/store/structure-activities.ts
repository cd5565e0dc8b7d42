import { sql } from 'kysely'
import type { PermittedActivity } from '../../domain/access/permitted-activity.ts'
import { calendarDaySchema, type CalendarDay } from '../../domain/calendar-day.ts'
import {
  documentIdSchema,
  personIdSchema,
  type DocumentId,
  type PersonId,
  type StructureId,
} from '../../domain/ids.ts'
import type { Db } from './tables.ts'

/** Where a page ends: the next one begins after it. Ids are unique in a scope only. */
export interface ActivityPosition {
  readonly day: CalendarDay
  readonly id: string
  readonly scope: string
}

/** An activity as an employer may read it, before communes have their names. */
export type StructureActivity = Omit<PermittedActivity, 'communeName'> & {
  readonly position: ActivityPosition
}

interface Question {
  readonly person: PersonId
  readonly structure: StructureId
  readonly after?: ActivityPosition | undefined
  /** All of them unless said. */
  readonly limit?: number
  /** Of these reports only. */
  readonly among?: readonly DocumentId[]
}

export interface ActivityRow {
  scope_id: string
  id: string
  day: string
  advisor_id: string
  given_name: string | null
  family_name: string | null
  kind: string | null
  title: string | null
  participants: number | null
  level: string | null
  activity: string | null
  event_type: string | null
  other_type: string | null
  organisers: unknown
  scale: string | null
  structure_tags: unknown
  minutes: number | null
  place_kind: string | null
  place_name: string | null
  commune: string | null
  themes: unknown
  administrative_themes: unknown
  procedure_name: string | null
  equipment: unknown
  autonomy: string | null
  oriented: boolean | null
  orientation: string | null
  unmet_needs: unknown
  shared_note: string | null
  filed_on: string | null
}

/** Of a report `d` of a person `p`, with its place of activity `l` and its structure `s`: what a structure may read. */
export const activityColumns = sql`
  d.scope_id, d.id, d.day, p.person_id as advisor_id, p.given_name, p.family_name,
  d.body ->> 'kind' as kind,
  coalesce(d.body ->> 'title', d.body ->> 'name') as title,
  case d.body ->> 'kind'
    when 'collectif' then coalesce(jsonb_array_length(d.body -> 'participants'), 0)
      + coalesce((d.body -> 'anonymous' ->> 'total')::int, 0)
    when 'evenement' then (d.body ->> 'participants')::int end as participants,
  d.body ->> 'level' as level,
  d.body ->> 'activity' as activity,
  d.body ->> 'type' as event_type,
  d.body ->> 'otherType' as other_type,
  d.body -> 'organisers' as organisers,
  d.body ->> 'scale' as scale,
  d.body -> 'structureTags' as structure_tags,
  (d.body ->> 'minutes')::int as minutes,
  d.body -> 'place' ->> 'kind' as place_kind,
  l.body ->> 'name' as place_name,
  case d.body -> 'place' ->> 'kind'
    when 'lieu_activite' then l.body ->> 'commune'
    when 'a_distance' then s.commune
    else d.body -> 'place' ->> 'commune' end as commune,
  d.body -> 'themes' as themes,
  d.body -> 'administrativeThemes' as administrative_themes,
  d.body ->> 'procedureName' as procedure_name,
  d.body -> 'equipment' as equipment,
  d.body ->> 'autonomy' as autonomy,
  (d.body ->> 'oriented')::boolean as oriented,
  d.body ->> 'orientation' as orientation,
  d.body -> 'unmetNeeds' as unmet_needs,
  case when d.body -> 'notesShared' = 'true'::jsonb then d.body ->> 'notes' end as shared_note,
  d.body ->> 'filedOn' as filed_on`

/**
 * Reports of a structure's advisors that a member may read, newest day first: the columns of domain.md, "Who may see
 * what", and no other; days inside a contract; nothing to anybody who isn't a member while the query runs. A private
 * note doesn't leave the database.
 */
export async function structureActivities(db: Db, question: Question): Promise<StructureActivity[]> {
  const { person, structure, after, limit, among } = question
  const { rows } = await sql<ActivityRow>`
    select ${activityColumns}
    from membership m
    join structure s on s.structure_id = m.structure_id
    join assignment a on a.structure_id = m.structure_id and a.role = 'advisor'
    join person p on p.person_id = a.person_id
    join doc d on d.scope_id = a.scope_id and d.collection = 'report' and d.state = 'live'
    left join doc l on l.scope_id = d.scope_id and l.collection = 'place' and l.id = case
      when d.body -> 'place' ->> 'kind' = 'lieu_activite' then (d.body -> 'place' ->> 'lieuId')::uuid end
    where m.person_id = ${person} and m.structure_id = ${structure}
      and exists (
        select 1 from contract c
        where c.scope_id = d.scope_id and c.starts <= d.day and (c.ends is null or d.day <= c.ends))
      and (${after?.day ?? null}::date is null
        or (d.day, d.id, d.scope_id) < (${after?.day ?? null}::date, ${after?.id ?? null}::uuid, ${after?.scope ?? null}::uuid))
      and (${among ?? null}::uuid[] is null or d.id = any(${among ?? null}::uuid[]))
    order by d.day desc, d.id desc, d.scope_id desc
    limit ${limit ?? null}::bigint`.execute(db)
  return rows.map(activityOf)
}

/** The activity that these columns say. */
export function activityOf(row: ActivityRow): StructureActivity {
  const day = calendarDaySchema.parse(row.day)
  return {
    position: { day, id: row.id, scope: row.scope_id },
    id: documentIdSchema.parse(row.id),
    advisorId: personIdSchema.parse(row.advisor_id),
    advisorName: [row.given_name, row.family_name].filter(Boolean).join(' '),
    kind: row.kind ?? '',
    title: row.title,
    participants: row.participants,
    level: row.level,
    activity: row.activity,
    eventType: row.event_type,
    otherType: row.other_type,
    organisers: codes(row.organisers),
    scale: row.scale,
    structureTags: codes(row.structure_tags),
    date: day,
    minutes: row.minutes ?? 0,
    placeKind: row.place_kind ?? '',
    placeName: row.place_name,
    commune: row.commune,
    themes: codes(row.themes),
    administrativeThemes: codes(row.administrative_themes),
    procedureName: row.procedure_name,
    equipment: codes(row.equipment),
    autonomy: row.autonomy,
    oriented: row.oriented,
    orientation: row.orientation,
    unmetNeeds: codes(row.unmet_needs),
    sharedNote: row.shared_note,
    filedOn: row.filed_on === null ? null : calendarDaySchema.parse(row.filed_on),
  }
}

/** A list of codes as stored; a field that isn't known is absent. */
function codes(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : []
}
