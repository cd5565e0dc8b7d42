import { sql, type RawBuilder } from 'kysely'
import {
  codesByFacet,
  type ActivityFilter,
  type PermittedFacet,
} from '../../domain/access/activity-filter.ts'
import type { SortedBy } from '../../domain/access/activity-sort.ts'
import { missionOfTheme } from '../../domain/report/missions.ts'

type Sql = RawBuilder<unknown>

/*
 * Filters and orders of a structure's activities as conditions on a document `d`, its place of activity `l`, and the
 * post `s` that it is of: its advisor, and the commune of the structure. Each asks exactly what `facetsOfActivity` says of the permitted columns: a test
 * holds them equal. None reads a note's words, a beneficiary or a personal tag.
 */

/** Where an activity counts: its own commune, else that of its place, else the structure's (domain.md, "What is counted"). */
export const communeOfActivity = sql`coalesce(d.body -> 'place' ->> 'commune',
  case when d.body -> 'place' ->> 'kind' = 'lieu_activite' then l.body ->> 'commune'
    when d.body -> 'place' ->> 'kind' is null or d.body -> 'place' ->> 'kind' = 'a_distance' then s.commune end)`

/** How many were at a workshop or at an event. */
export const participantsOfActivity = sql`case d.body ->> 'kind'
  when 'collectif' then coalesce(jsonb_array_length(d.body -> 'participants'), 0)
    + coalesce((d.body -> 'anonymous' ->> 'total')::int, 0)
  when 'evenement' then (d.body ->> 'participants')::int end`

/** The note, where its advisor shares it. */
export const sharedNoteOfActivity = sql`case when d.body -> 'notesShared' = 'true'::jsonb then d.body ->> 'notes' end`

const minutes = sql`(d.body ->> 'minutes')::int`
const filedOn = sql`(d.body ->> 'filedOn')::date`
const delay = sql`greatest(${filedOn} - d.day, 0)`

/** What must hold for a filter to find an activity. */
export function conditionsOf(filter: ActivityFilter): Sql[] {
  const { from, to } = filter
  return [
    ...(from === undefined ? [] : [sql`d.day >= ${from}::date`]),
    ...(to === undefined ? [] : [sql`d.day <= ${to}::date`]),
    ...[...codesByFacet(filter)].map(([facet, codes]) => conditionOf(facet, codes)),
  ]
}

/** That an activity has one at least of the codes. */
function conditionOf(facet: PermittedFacet, codes: readonly string[]): Sql {
  const one = (expression: Sql) => sql`${expression} = any(${[...codes]}::text[])`
  const some = (field: string) => sql`d.body -> ${sql.lit(field)} ?| ${[...codes]}::text[]`
  const text = (field: string) => one(sql`d.body ->> ${sql.lit(field)}`)
  switch (facet) {
    case 'conseiller':
      return one(sql`s.person_id::text`)
    case 'type':
      return text('kind')
    case 'theme':
      return some('themes')
    case 'demarche':
      return some('administrativeThemes')
    case 'mission':
      return sql`d.body -> 'themes' ?| ${themesOfMissions(codes)}::text[]`
    case 'lieu':
      return one(sql`d.body -> 'place' ->> 'kind'`)
    case 'endroit':
      return one(sql`l.body ->> 'name'`)
    case 'commune':
      return one(communeOfActivity)
    case 'duree':
      return one(sql`case when ${minutes} >= 120 then '120' when ${minutes} >= 60 then '60'
        when ${minutes} >= 30 then '30' when ${minutes} > 0 then '0' end`)
    case 'materiel':
      return some('equipment')
    case 'niveau':
      return text('level')
    case 'participants':
      return one(sql`case when ${participantsOfActivity} >= 21 then '21'
        when ${participantsOfActivity} >= 11 then '11' when ${participantsOfActivity} >= 6 then '6'
        when ${participantsOfActivity} >= 1 then '1' end`)
    case 'autonomie':
      return text('autonomy')
    case 'orientee':
      return one(sql`case (d.body ->> 'oriented')::boolean when true then 'oui' when false then 'non' end`)
    case 'orientation':
      return one(sql`coalesce(d.body ->> 'orientation',
        case when (d.body ->> 'oriented')::boolean then 'sans_precision' end)`)
    case 'besoin':
      return some('unmetNeeds')
    case 'temps':
      return text('activity')
    case 'evenement':
      return one(sql`case when d.body ->> 'kind' = 'evenement' then d.body ->> 'type' end`)
    case 'organisateur':
      return some('organisers')
    case 'echelle':
      return text('scale')
    case 'etiquette':
      return some('structureTags')
    case 'note':
      return one(sql`case when ${sharedNoteOfActivity} is null then 'sans' else 'partagee' end`)
    case 'delai':
      return one(sql`case when ${delay} >= 31 then '31' when ${delay} >= 8 then '8' when ${delay} >= 2 then '2'
        when ${delay} >= 1 then '1' when ${delay} >= 0 then '0' end`)
  }
}

/** A mission of a newer version has no theme that is known. */
function themesOfMissions(missions: readonly string[]): string[] {
  return Object.entries(missionOfTheme).flatMap(([theme, mission]) =>
    missions.includes(String(mission)) ? [theme] : [],
  )
}

/** What comes after every key, whichever way an order goes. */
const beyond = 2_147_483_647

/** What an order compares first, as a whole number; where there is nothing to compare, what comes last. */
export function keyOfOrder(by: SortedBy, isRising: boolean): Sql {
  const last = sql.lit(isRising ? beyond : -1)
  switch (by) {
    case 'day':
      return sql`0`
    case 'filing':
      return sql`coalesce(${filedOn} - '1970-01-01'::date, ${last})`
    case 'minutes':
      return sql`coalesce(nullif(${minutes}, 0), ${last})`
    case 'participants':
      return sql`coalesce(${participantsOfActivity}, ${last})`
  }
}
