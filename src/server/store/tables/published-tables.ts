import type { Day, Defaulted, Instant, Json, Uuid } from './column-types.ts'

/** Figures that others than their author read: public links, editions, open data and its tokens. */
export interface PublishedTables {
  published_figures: PublishedFiguresTable
  published_month: PublishedMonthTable
  public_link: PublicLinkTable
  needs_edition: NeedsEditionTable
  needs_row: NeedsRowTable
  open_data_edition: OpenDataEditionTable
  open_data_row: OpenDataRowTable
  api_token: ApiTokenTable
}

/** What the public was shown of some months, counted once: small counts are hidden in what is stored. */
export interface PublishedFiguresTable {
  figures_id: Uuid
  owner_kind: 'advisor' | 'structure'
  /** Of the advisor, or of the structure. */
  owner_id: Uuid
  first_day: Day
  last_day: Day
  figures: Json
  /** Whether anything but their author has read them: from then on they bind. */
  served: Defaulted<boolean>
}

/** A month of a post, and the only published figures that count it. */
export interface PublishedMonthTable {
  scope_id: Uuid
  /** Its first day. */
  month: Day
  figures_id: Uuid
}

export interface PublicLinkTable {
  link_id: Uuid
  token_hash: string
  /** Who made it. */
  person_id: Uuid
  figures_id: Uuid
  /** What its author wrote, and what is shown. */
  choices: Json
  /** Of structures and communes, as they were told when it was made. */
  names: Json
  made_at: Instant
  /** The last day on which it is open. */
  ends_on: Day
  closed_at: Instant | null
  opened: Defaulted<number>
}

/** What territories needed in a year, as it is told once and for all. */
export interface NeedsEditionTable {
  year: number
  made_at: Instant
  /** By which rules it hides. */
  method: number
  /** Of which year the communes are that it is told by. */
  communes_year: number
}

export interface NeedsRowTable {
  year: number
  kind: string
  code: string
  /** null where it is hidden. */
  accompaniments: number | null
  values_shown: Json
}

export interface OpenDataEditionTable {
  number: number
  year: number
  counted_at: Instant
  withdrawn_at: Instant | null
  withdrawn_because: string | null
}

/** A row of a published file; null where it is hidden, or where its dataset has no such column. */
export interface OpenDataRowTable {
  edition: number
  dataset: string
  /** Its place in the file, from 0. */
  place: number
  department: string
  period: string
  dimension: string | null
  value: string | null
  activities: number | null
  accompaniments: number | null
  minutes: number | null
  beneficiaries: number | null
}

export interface ApiTokenTable {
  token_id: Uuid
  token_hash: string
  name: string
  purpose: string
  datasets: Json
  /** null is the nation. */
  department: string | null
  made_by: Uuid
  made_at: Instant
  last_day: Day
  last_used_on: Day | null
  revoked_at: Instant | null
}
