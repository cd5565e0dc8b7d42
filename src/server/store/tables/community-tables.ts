import type { Day, Defaulted, Instant, Json, Uuid } from './column-types.ts'

/** Events of the community, who was there, and calendars that read them. */
export interface CommunityTables {
  community_event: CommunityEventTable
  community_event_fact: CommunityEventFactTable
  community_mark: CommunityMarkTable
  calendar_link: CalendarLinkTable
}

/** An event of the community: for whom it is, for good. */
export interface CommunityEventTable {
  event_id: Uuid
  audience: 'nation' | 'department' | 'team'
  /** Of the State's audience, where it is one department. */
  department: string | null
  /** Of a coordinator's. */
  team_id: Uuid | null
  created_at: Instant
  /** Facts of one event wait for each other by taking the next number. */
  fact_changes: Defaulted<number>
}

/** Something that was said of an event: never changed. */
export interface CommunityEventFactTable {
  fact_id: Uuid
  event_id: Uuid
  kind: string
  /** On which the event takes place, where the fact says it: what events are found by. */
  day: Day | null
  /** The rest of it, by its kind. */
  said: Json
  replaces: Uuid | null
  by_person: Uuid
  at: Instant
}

/** What a coordinator marked of somebody's attendance: never changed, the last one counts. */
export interface CommunityMarkTable {
  fact_id: Uuid
  event_id: Uuid
  scope_id: Uuid
  says: string
  by_person: Uuid
  at: Instant
}

/** By which a calendar reads the events of one person, without a session. */
export interface CalendarLinkTable {
  person_id: Uuid
  /** SHA-256 of what the address holds. */
  token_hash: string
  made_at: Instant
}
