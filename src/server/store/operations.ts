import { sql } from 'kysely'
import type { CalendarDay } from '../../domain/calendar-day.ts'
import type { Db } from './tables.ts'

/** How devices stand that were last seen within one span: no person, no id. */
export interface DevicesBySilence {
  /** Index of the span: 0 for those seen since the first instant asked for, 1 for the next… */
  readonly span: number
  readonly devices: number
  /** Ops that waited on them at their last contact. */
  readonly queued: number
}

/** Counts devices that weren't signed out, by when they were last seen. @param since instants, the latest first */
export async function devicesBySilence(db: Db, since: readonly string[]): Promise<DevicesBySilence[]> {
  const { rows } = await sql<DevicesBySilence>`
    select (select count(*) from unnest(${since}::timestamptz[]) as s(at) where s.at > d.last_seen) as span,
      count(*) as devices, coalesce(sum(d.queued), 0)::bigint as queued
    from device d where d.revoked_at is null and d.last_seen is not null group by 1 order by 1`.execute(db)
  return rows
}

/** What waits for somebody: conflicts that nobody settled, texts that nobody could read, sums that didn't agree. */
export interface OpenMatters {
  readonly openConflicts: number
  readonly quarantined: number
  readonly mismatches: number
}

export async function openMatters(db: Db, mismatchesSince: string): Promise<OpenMatters> {
  const { rows } = await sql<OpenMatters>`
    select
      (select count(*) from doc_conflict c join doc d on d.scope_id = c.scope_id and d.id = c.id
        where c.status = 'open' and d.state = 'live') as "openConflicts",
      (select count(*) from quarantine) as quarantined,
      (select count(*) from digest_mismatch m where m.scope_id is not null and m.at >= ${mismatchesSince}) as mismatches`.execute(
    db,
  )
  return rows[0] ?? { openConflicts: 0, quarantined: 0, mismatches: 0 }
}

/** How many ops were decided in which way. `code` says why a refused one was. */
export interface DecisionCount {
  readonly status: string
  readonly code: string | null
  readonly count: number
}

export async function decisionsSince(db: Db, since: string): Promise<DecisionCount[]> {
  const { rows } = await sql<DecisionCount>`
    select o.result ->> 'status' as status, o.result -> 'error' ->> 'code' as code, count(*) as count
    from sync_op o where o.scope_id is not null and o.at >= ${since} group by 1, 2 order by 1, 2`.execute(db)
  return rows
}

/** A device that hasn't been heard of, for those who help its person. */
export interface SilentDevice {
  readonly name: string
  readonly email: string
  readonly structures: string
  /** Null for somebody who has never come with any device. */
  readonly lastSeen: string | null
  /** Ops that waited at the last contact. */
  readonly queued: number
  readonly app: string | null
}

/**
 * Devices of people with a contract today that were last seen before an instant: those on which something waits, and
 * the last one of somebody who has come with no other since; then those who have never come. The longest silent first.
 */
export async function silentDevices(
  db: Db,
  { before, today }: { before: string; today: CalendarDay },
): Promise<SilentDevice[]> {
  const { rows } = await sql<SilentDevice>`
    with people as (
      select a.person_id, string_agg(distinct st.name, ', ') as structures
      from assignment a join structure st on st.structure_id = a.structure_id
      where exists (select 1 from contract c where c.scope_id = a.scope_id and c.starts <= ${today}
        and (c.ends is null or c.ends >= ${today}))
      group by a.person_id
    ), devices as (
      select d.user_id, d.last_seen, d.queued, d.app_version,
        max(d.last_seen) over (partition by d.user_id) as last_of_person
      from device d where d.revoked_at is null and d.last_seen is not null
    )
    select concat_ws(' ', p.given_name, p.family_name) as name, p.email, people.structures,
      d.last_seen as "lastSeen", coalesce(d.queued, 0) as queued, d.app_version as app
    from people join person p on p.person_id = people.person_id
    left join devices d on d.user_id = people.person_id
    where d.last_seen is null
      or (d.last_seen < ${before} and (d.queued > 0 or d.last_of_person = d.last_seen))
    order by d.last_seen nulls last, p.email`.execute(db)
  return rows
}
