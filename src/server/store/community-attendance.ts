import { sql } from 'kysely'
import * as z from 'zod/mini'
import { communityFactIdSchema, type CommunityFactId } from '../../domain/community/community-ids.ts'
import {
  communityEventIdSchema,
  type CommunityEventId,
} from '../../domain/confirmation/event-confirmation.ts'
import { eventWordIn } from '../../domain/community/event-word.ts'
import type { EventGuest } from '../../domain/community/event-audience.ts'
import type { EventConfirmationKind } from '../../domain/confirmation/event-confirmation.ts'
import { markWordSchema, type MarkWord } from '../../domain/community/event-words.ts'
import { contractDatesSchema } from '../../domain/access/signed-in-person.ts'
import { calendarDaySchema, type CalendarDay } from '../../domain/calendar-day.ts'
import {
  documentIdSchema,
  scopeIdSchema,
  teamIdSchema,
  type DocumentId,
  type PersonId,
  type ScopeId,
} from '../../domain/ids.ts'
import type { Db } from './tables.ts'

const guestSchema = z.object({
  scope: scopeIdSchema,
  name: z.string(),
  department: z.nullable(z.string()),
  contracts: z.array(contractDatesSchema),
  stays: z.array(
    z.object({ team: teamIdSchema, joins: calendarDaySchema, leaves: z.nullable(calendarDaySchema) }),
  ),
})

/** An assignment, and what decides which events are for it. */
export type ScopeGuest = EventGuest & { readonly scope: ScopeId; readonly name: string }

/** Some assignments, by name; whoever asks has found them by what they may read. */
export async function guestsOfScopes(db: Db, scopes: readonly ScopeId[]): Promise<ScopeGuest[]> {
  if (scopes.length === 0) return []
  const { rows } = await sql`
    select a.scope_id as scope, s.department,
      coalesce(nullif(concat_ws(' ', p.given_name, p.family_name), ''), p.email) as name,
      coalesce((
        select jsonb_agg(jsonb_build_object('starts', k.starts, 'ends', k.ends) order by k.starts)
        from contract k where k.scope_id = a.scope_id), '[]') as contracts,
      coalesce((
        select jsonb_agg(jsonb_build_object('team', t.team_id, 'joins', t.joins, 'leaves', t.leaves))
        from team_member t where t.scope_id = a.scope_id), '[]') as stays
    from assignment a
    join structure s on s.structure_id = a.structure_id
    join person p on p.person_id = a.person_id
    where a.scope_id = any(${scopes}::uuid[])
    order by p.family_name, p.given_name, a.scope_id`.execute(db)
  return rows.map((row) => guestSchema.parse(row))
}

/** The assignments that a person files in; none that was withdrawn (I14). */
export async function ownScopes(db: Db, person: PersonId): Promise<ScopeId[]> {
  const { rows } = await sql<{ scope: string }>`
    select a.scope_id as scope from assignment a
    join sync_grant g on g.scope_id = a.scope_id and g.user_id = a.person_id and g.can_write
    where a.person_id = ${person}
    order by a.scope_id`.execute(db)
  return rows.map(({ scope }) => scopeIdSchema.parse(scope))
}

export interface NewMark {
  readonly id: CommunityFactId
  readonly event: CommunityEventId
  readonly scope: ScopeId
  readonly says: MarkWord
  readonly by: PersonId
  readonly at: string
}

/** Writes a mark once; nothing about it is ever changed. */
export async function insertMark(tx: Db, { id, event, scope, says, by, at }: NewMark): Promise<void> {
  await tx
    .insertInto('community_mark')
    .values({ fact_id: id, event_id: event, scope_id: scope, says, by_person: by, at })
    .onConflict((conflict) => conflict.column('fact_id').doNothing())
    .execute()
}

const markSchema = z.object({
  id: communityFactIdSchema,
  event: communityEventIdSchema,
  scope: scopeIdSchema,
  says: markWordSchema,
  at: z.string(),
})
export type StoredMark = z.infer<typeof markSchema>

/** What coordinators marked of some assignments, in the order in which they did. */
export async function marksOf(db: Db, scopes: readonly ScopeId[]): Promise<StoredMark[]> {
  if (scopes.length === 0) return []
  const rows = await db
    .selectFrom('community_mark')
    .select(['fact_id as id', 'event_id as event', 'scope_id as scope', 'says', 'at'])
    .where('scope_id', 'in', scopes)
    .orderBy('at')
    .orderBy('fact_id')
    .execute()
  return rows.map((row) => markSchema.parse(row))
}

/** What somebody said themselves of an event. */
export interface OwnWord {
  readonly id: DocumentId
  readonly scope: ScopeId
  readonly event: CommunityEventId
  readonly says: EventConfirmationKind
  readonly at: string
}

/** What those of some assignments said themselves of events, and didn't take back. */
export async function ownWordsOf(db: Db, scopes: readonly ScopeId[]): Promise<OwnWord[]> {
  if (scopes.length === 0) return []
  const { rows } = await sql<{ id: string; scope: string; body: unknown }>`
    select d.id, d.scope_id as scope, d.body
    from doc d
    where d.scope_id = any(${scopes}::uuid[]) and d.collection = 'confirmation' and d.state = 'live'
      and d.body ->> 'about' = 'event'`.execute(db)
  return rows.flatMap(({ id, scope, body }): OwnWord[] => {
    // A word of a newer version is none that is known here.
    const said = eventWordIn(body)
    return said ? [{ ...said, id: documentIdSchema.parse(id), scope: scopeIdSchema.parse(scope) }] : []
  })
}

/** Which of some reports are there. */
export async function reportsAmong(
  db: Db,
  scopes: readonly ScopeId[],
  ids: readonly DocumentId[],
): Promise<ReadonlySet<DocumentId>> {
  if (ids.length === 0) return new Set()
  const { rows } = await sql<{ id: string }>`
    select d.id from doc d
    where d.scope_id = any(${scopes}::uuid[]) and d.id = any(${ids}::uuid[])
      and d.collection = 'report' and d.state = 'live'`.execute(db)
  return new Set(rows.map(({ id }) => documentIdSchema.parse(id)))
}

const timeSchema = z.object({ scope: scopeIdSchema, day: calendarDaySchema, minutes: z.coerce.number() })

/** Minutes that reports of some assignments say were for the community, by day, on days inside a contract. */
export async function communityTimes(
  db: Db,
  scopes: readonly ScopeId[],
  { from, to }: { from: CalendarDay; to: CalendarDay },
): Promise<z.infer<typeof timeSchema>[]> {
  if (scopes.length === 0) return []
  const { rows } = await sql`
    select d.scope_id as scope, d.day, sum((d.body ->> 'minutes')::int) as minutes
    from doc d
    where d.scope_id = any(${scopes}::uuid[]) and d.collection = 'report' and d.state = 'live'
      and d.day between ${from} and ${to} and d.body ->> 'kind' = 'hors_accompagnement'
      and d.body ->> 'activity' = 'vie_de_la_communaute'
      and exists (
        select 1 from contract c
        where c.scope_id = d.scope_id and c.starts <= d.day and (c.ends is null or d.day <= c.ends))
    group by d.scope_id, d.day
    order by d.day, d.scope_id`.execute(db)
  return rows.map((row) => timeSchema.parse(row))
}
