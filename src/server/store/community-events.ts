import { sql } from 'kysely'
import type { CalendarDay } from '../../domain/calendar-day.ts'
import { communityFactSchema, type CommunityFact } from '../../domain/community/community-fact.ts'
import {
  communityEventIdSchema,
  type CommunityEventId,
} from '../../domain/confirmation/event-confirmation.ts'
import { eventAudienceSchema, type EventAudience } from '../../domain/community/event-audience.ts'
import type { PersonId } from '../../domain/ids.ts'
import { asJson } from './database-values.ts'
import type { Db } from './tables.ts'

/** An event with all that was said of it. */
export interface StoredEvent {
  readonly id: CommunityEventId
  readonly audience: EventAudience
  /** Of a team's event. */
  readonly teamName: string | null
  readonly facts: readonly CommunityFact[]
}

/**
 * Takes the turn of an event, which is made for its audience where there is none yet: until the commit, no other fact of
 * it is decided. Undefined where the event is for another audience.
 */
export async function lockEvent(
  tx: Db,
  { id, audience, at }: { id: CommunityEventId; audience: EventAudience; at: string },
): Promise<readonly CommunityFact[] | undefined> {
  await tx
    .insertInto('community_event')
    .values({ event_id: id, ...columnsOf(audience), created_at: at })
    .onConflict((conflict) =>
      conflict
        .column('event_id')
        .doUpdateSet((eb) => ({ fact_changes: eb('community_event.fact_changes', '+', 1) })),
    )
    .execute()
  const known = await eventById(tx, id)
  return known && isSameAudience(known.audience, audience) ? known.facts : undefined
}

function columnsOf(audience: EventAudience) {
  return {
    audience: audience.over,
    department: audience.over === 'department' ? audience.department : null,
    team_id: audience.over === 'team' ? audience.team : null,
  }
}

function isSameAudience(one: EventAudience, other: EventAudience): boolean {
  return JSON.stringify(columnsOf(one)) === JSON.stringify(columnsOf(other))
}

/** Writes a fact once; nothing about it is ever changed. */
export async function insertCommunityFact(
  tx: Db,
  event: CommunityEventId,
  fact: CommunityFact,
  by: PersonId,
): Promise<void> {
  const { id, kind, at, replaces, ...said } = fact
  const day = fact.kind === 'published' ? fact.details.day : null
  const row = { fact_id: id, event_id: event, kind, day, said: asJson(said), replaces, by_person: by, at }
  await tx.insertInto('community_event_fact').values(row).execute()
}

export async function eventById(db: Db, id: CommunityEventId): Promise<StoredEvent | undefined> {
  const [event] = await eventsWhere(db, sql`e.event_id = ${id}`)
  return event
}

/** Events of which it was ever said that they take place in some days: where they stand is the caller's to compute. */
export async function eventsOfDays(
  db: Db,
  { from, to }: { from: CalendarDay; to: CalendarDay | null },
): Promise<StoredEvent[]> {
  return eventsWhere(
    db,
    sql`exists (
      select 1 from community_event_fact d
      where d.event_id = e.event_id and d.day >= ${from}::date
        and (${to}::date is null or d.day <= ${to}::date))`,
  )
}

async function eventsWhere(db: Db, condition: ReturnType<typeof sql>): Promise<StoredEvent[]> {
  const { rows } = await sql<{
    id: string
    audience: string
    department: string | null
    team: string | null
    team_name: string | null
    facts: unknown[]
  }>`
    select e.event_id as id, e.audience, e.department, e.team_id as team, t.name as team_name, coalesce((
      select jsonb_agg(f.said || jsonb_build_object('id', f.fact_id, 'kind', f.kind, 'replaces', f.replaces,
        'at', to_char(f.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')))
      from community_event_fact f where f.event_id = e.event_id), '[]') as facts
    from community_event e
    left join team t on t.team_id = e.team_id
    where ${condition}
    order by e.created_at, e.event_id`.execute(db)
  return rows.map(({ id, audience, department, team, team_name, facts }) => ({
    id: communityEventIdSchema.parse(id),
    audience: eventAudienceSchema.parse({ over: audience, department, team }),
    teamName: team_name,
    facts: facts.map((fact) => communityFactSchema.parse(fact)),
  }))
}
