import { sql, type RawBuilder } from 'kysely'
import { noActivityFilter, type ActivityFilter } from '../../domain/access/activity-filter.ts'
import { sortedBy, usualSort, type ActivitySort } from '../../domain/access/activity-sort.ts'
import type { PermittedActivity } from '../../domain/access/permitted-activity.ts'
import { calendarDaySchema, type CalendarDay } from '../../domain/calendar-day.ts'
import {
  documentIdSchema,
  personIdSchema,
  type DocumentId,
  type PersonId,
  type ScopeId,
  type StructureId,
} from '../../domain/ids.ts'
import { asAsked } from './as-asked.ts'
import { placeOfReport } from './readable-reports.ts'
import {
  communeOfActivity,
  conditionsOf,
  keyOfOrder,
  participantsOfActivity,
  sharedNoteOfActivity,
} from './structure-activity-filter.ts'
import type { Db } from './tables.ts'

/** Where a page ends: the next one begins after it. Ids are unique in a scope only. */
export interface ActivityPosition {
  /** What the order compares first. */
  readonly key: number
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
  readonly filter?: ActivityFilter
  /** The newest day first unless said. */
  readonly sort?: ActivitySort
  readonly after?: ActivityPosition | undefined
  /** All of them unless said. */
  readonly limit?: number
  /** Of these reports only. */
  readonly among?: readonly DocumentId[]
  /** Of one post only. */
  readonly scope?: ScopeId
}

/** Activities found, and how many the question finds in all, where none was read before. */
export interface FoundActivities {
  readonly activities: readonly StructureActivity[]
  readonly total: number
}

/** What a structure may read of a report, as the database has it. */
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

/**
 * What a structure may read of a report `d`, with its place of activity `l` and its structure's commune as `s`.
 *
 * @param person where its advisor is: an alias with their id and names
 */
export function activityColumns(person: 's' | 'p') {
  const of = sql.raw(person)
  return sql`
  d.scope_id, d.id, d.day, ${of}.person_id as advisor_id, ${of}.given_name, ${of}.family_name,
  d.body ->> 'kind' as kind,
  coalesce(d.body ->> 'title', d.body ->> 'name') as title,
  ${participantsOfActivity} as participants,
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
  ${communeOfActivity} as commune,
  d.body -> 'themes' as themes,
  d.body -> 'administrativeThemes' as administrative_themes,
  d.body ->> 'procedureName' as procedure_name,
  d.body -> 'equipment' as equipment,
  d.body ->> 'autonomy' as autonomy,
  (d.body ->> 'oriented')::boolean as oriented,
  d.body ->> 'orientation' as orientation,
  d.body -> 'unmetNeeds' as unmet_needs,
  ${sharedNoteOfActivity} as shared_note,
  d.body ->> 'filedOn' as filed_on`
}

/**
 * Reports of a structure's advisors that a member may read: the columns of domain.md, "Who may see what", and no other;
 * days inside a contract; nothing to anybody who isn't a member while the query runs. A private note doesn't leave the
 * database, and nothing is filtered or ordered by what isn't read (`structure-activity-filter.ts`).
 *
 * A list asks about every report of its structure, tens of thousands: what each costs is what it takes. Contracts are
 * read once for each post, and what is sorted and counted is without the reports' bodies.
 */
export async function structureActivities(db: Db, question: Question): Promise<FoundActivities> {
  const { sort = usualSort, limit } = question
  const { by, isRising } = sortedBy(sort)
  const way = isRising ? sql`asc` : sql`desc`
  const { rows } = await sql<ActivityRow & { key: number; total: number }>`
    with ${sql.raw(asAsked)} post as materialized (
      select a.scope_id, p.person_id, p.given_name, p.family_name, s.commune, (
        select range_agg(daterange(c.starts, c.ends, '[]')) from contract c
        where c.scope_id = a.scope_id and (c.ends is null or c.starts <= c.ends)) as held
      from membership m
      join structure s on s.structure_id = m.structure_id
      join assignment a on a.structure_id = m.structure_id and a.role = 'advisor'
      join person p on p.person_id = a.person_id
      where m.person_id = ${question.person} and m.structure_id = ${question.structure}),
    matching as materialized (
      select d.scope_id, d.id, d.day, ${keyOfOrder(by, isRising)} as key
      from doc d
      join post s on s.scope_id = d.scope_id
      ${placeOfReport}
      where ${sql.join(conditions(question, keyOfOrder(by, isRising), isRising), sql` and `)}),
    found as materialized (
      select m.*, (select count(*) from matching)::int as total
      from matching m
      order by m.key ${way}, m.day ${way}, m.id ${way}, m.scope_id ${way}
      limit ${limit ?? null}::bigint)
    select f.key, f.total, ${activityColumns('s')}
    from found f
    join post s on s.scope_id = f.scope_id
    join doc d on d.scope_id = f.scope_id and d.id = f.id
    ${placeOfReport}
    order by f.key ${way}, f.day ${way}, f.id ${way}, f.scope_id ${way}`.execute(db)
  const activities = rows.map((row): StructureActivity => {
    const day = calendarDaySchema.parse(row.day)
    return { ...activityOf(row), position: { key: row.key, day, id: row.id, scope: row.scope_id } }
  })
  return { activities, total: rows[0]?.total ?? 0 }
}

function conditions(question: Question, key: RawBuilder<unknown>, isRising: boolean): RawBuilder<unknown>[] {
  const { filter = noActivityFilter, after, among, scope } = question
  const beyond = isRising ? sql`>` : sql`<`
  return [
    // By its index, whatever share of all reports the structure's are: those of all its posts in one go.
    sql`d.scope_id = any(array(select o.scope_id from post o))`,
    sql`d.collection = 'report' and d.state = 'live'`,
    sql`d.day <@ s.held`,
    ...conditionsOf(filter),
    ...(after === undefined
      ? []
      : [
          sql`(${key}, d.day, d.id, d.scope_id) ${beyond}
            (${after.key}::int, ${after.day}::date, ${after.id}::uuid, ${after.scope}::uuid)`,
        ]),
    ...(among === undefined ? [] : [sql`d.id = any(${[...among]}::uuid[])`]),
    ...(scope === undefined ? [] : [sql`d.scope_id = ${scope}`]),
  ]
}

/** The activity that these columns say. */
export function activityOf(row: ActivityRow): Omit<StructureActivity, 'position'> {
  return {
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
    date: calendarDaySchema.parse(row.day),
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
