import type { Day, Instant, Json, Uuid } from './column-types.ts'

/** What a structure says of its months, and which reports it read. */
export interface EmployerTables {
  anomaly_settlement: AnomalySettlementTable
  anomaly_withdrawal: AnomalyWithdrawalTable
  signing_key: SigningKeyTable
  seal: SealTable
  seal_line: SealLineTable
  report_opening: ReportOpeningTable
  list_reading: ListReadingTable
}

/** What somebody said of a finding: never changed. */
export interface AnomalySettlementTable {
  settlement_id: Uuid
  structure_id: Uuid
  facts_key: string
  /** YYYY-MM. */
  month: string
  kind: string
  rule_version: number
  /** The finding's own sentence, as it was then. */
  finding: string
  sentence: string
  by_person: Uuid
  at: Instant
}

export interface AnomalyWithdrawalTable {
  settlement_id: Uuid
  by_person: Uuid
  at: Instant
}

/** A key that seals were signed with: its public half alone. */
export interface SigningKeyTable {
  key_id: string
  /** SPKI, as PEM. */
  public_key: string
  since: Instant
}

/** A month that somebody vouched for: never changed. */
export interface SealTable {
  seal_id: Uuid
  structure_id: Uuid
  /** YYYY-MM. */
  month: string
  /** Of the month's seals, from 1. */
  number: number
  code: string
  by_person: Uuid
  at: Instant
  key_id: string
  /** The very text that is signed. */
  content: string
  /** Ed25519, in base64. */
  signature: string
}

/** What one post's reports were when the month was vouched for. */
export interface SealLineTable {
  seal_id: Uuid
  scope_id: Uuid
  person_id: Uuid
  /** Where the scope's changes were: a report with a later one has changed since. */
  scope_seq: number
  reports: number
  /** Of the reports' ids. */
  ids_sum: string
  marks: Json
}

/** A report of the scope that somebody else opened, the first time that day. */
export interface ReportOpeningTable {
  scope_id: Uuid
  day: Day
  reader_id: Uuid
  report_id: Uuid
  at: Instant
}

/** Reports of the scope that lists of one way held, which somebody else read that day. */
export interface ListReadingTable {
  scope_id: Uuid
  day: Day
  reader_id: Uuid
  way: string
  reports: readonly Uuid[]
  /** Of their activities. */
  first_day: Day
  last_day: Day
  /** Of the first time. */
  at: Instant
}
