import type { ColumnType, Kysely } from 'kysely'

/*
 * What the tables of `migrations/` hold, as Kysely sees it. Values are read by `database-values.ts`, the same way on
 * both engines. A column with a default or that may be null can be left out of an insert.
 */

/** jsonb: written as text (`asJson`), read parsed, and not to be trusted before a schema has seen it. */
type Json = ColumnType<unknown, string, string>
type OptionalJson = ColumnType<unknown, string | null | undefined, string | null>

/** numeric(20), beyond what a number holds exactly: read as text. */
type Digits = ColumnType<string, string | bigint | undefined, string | bigint>

/** A column that has a default. */
type Defaulted<T> = ColumnType<T, T | undefined, T>

/** A calendar day, 'YYYY-MM-DD'. */
type Day = string

/** A moment, ISO 8601 in UTC with milliseconds. */
type Instant = string

type Uuid = string

export interface Tables {
  schema_migration: SchemaMigrationTable
  sync_meta: SyncMetaTable
  sync_scope: SyncScopeTable
  sync_grant: SyncGrantTable
  contract: ContractTable
  doc: DocTable
  doc_history: DocHistoryTable
  doc_conflict: DocConflictTable
  sync_op: SyncOpTable
  device: DeviceTable
  quarantine: QuarantineTable
  erased: ErasedTable
  digest_mismatch: DigestMismatchTable
  person: PersonTable
  structure: StructureTable
  assignment: AssignmentTable
  membership: MembershipTable
  team: TeamTable
  team_member: TeamMemberTable
  team_coordinator: TeamCoordinatorTable
  state_remit: StateRemitTable
  training_body_account: TrainingBodyAccountTable
  web_session: WebSessionTable
  sign_in_attempt: SignInAttemptTable
  access_request: AccessRequestTable
  invitation: InvitationTable
  mail_outbox: MailOutboxTable
  published_figures: PublishedFiguresTable
  published_month: PublishedMonthTable
  public_link: PublicLinkTable
  anomaly_settlement: AnomalySettlementTable
  anomaly_withdrawal: AnomalyWithdrawalTable
  needs_edition: NeedsEditionTable
  needs_row: NeedsRowTable
  open_data_edition: OpenDataEditionTable
  open_data_row: OpenDataRowTable
  api_token: ApiTokenTable
  signing_key: SigningKeyTable
  seal: SealTable
  seal_line: SealLineTable
  report_opening: ReportOpeningTable
  list_reading: ListReadingTable
  reminder: ReminderTable
  month_reminder: MonthReminderTable
  reminder_answer: ReminderAnswerTable
  reminder_mail: ReminderMailTable
  reminder_stop_link: ReminderStopLinkTable
  post: PostTable
  post_fact: PostFactTable
  contract_offer: ContractOfferTable
  kit_turn: KitTurnTable
  kit_fact: KitFactTable
  training_body: TrainingBodyTable
  trainee: TraineeTable
  training_turn: TrainingTurnTable
  training_fact: TrainingFactTable
  community_event: CommunityEventTable
  community_event_fact: CommunityEventFactTable
  community_mark: CommunityMarkTable
  calendar_link: CalendarLinkTable
}

/** Anything that queries can be asked of: the store's own `db`, or the transaction given by `inTransaction`. */
export type Db = Kysely<Tables>

export interface SchemaMigrationTable {
  number: number
  name: string
  at: Instant
}

/** One row: who this server is. */
export interface SyncMetaTable {
  one: Defaulted<true>
  epoch: Uuid
  min_client: Defaulted<number>
}

export interface SyncScopeTable {
  scope_id: Uuid
  kind: string
  seq: Defaulted<number>
  horizon: Defaulted<number>
  digest: Digits
}

export interface SyncGrantTable {
  scope_id: Uuid
  user_id: Uuid
  can_write: boolean
}

export interface ContractTable {
  scope_id: Uuid
  contract_id: Uuid
  starts: Day
  ends: Day | null
}

export interface DocTable {
  scope_id: Uuid
  id: Uuid
  collection: string
  rev: number
  seq: number
  state: 'live' | 'deleted' | 'erased'
  day: Day | null
  schema_v: number
  body: Json
  edited_at: Instant | null
  edited_by: Uuid | null
  updated_at: Instant
}

export interface DocHistoryTable {
  scope_id: Uuid
  id: Uuid
  rev: number
  op_id: Uuid | null
  set_fields: OptionalJson
  state: string | null
  by_user: Uuid | null
  device_id: Uuid | null
  at: Instant
}

export interface DocConflictTable {
  scope_id: Uuid
  conflict_id: Uuid
  id: Uuid | null
  op_id: Uuid | null
  kind: string | null
  lost: OptionalJson
  /** `open` or `resolved`; the values that lost stay. */
  status: Defaulted<string>
  at: Instant
  /** Where in the scope's order it was opened or settled last; null from before conflicts travelled. */
  seq: number | null
  /** The op that settled it. */
  resolved_by: Uuid | null
  resolved_at: Instant | null
}

export interface SyncOpTable {
  scope_id: Uuid
  op_id: Uuid
  user_id: Uuid | null
  device_id: Uuid | null
  result: OptionalJson
  at: Instant
}

export interface DeviceTable {
  device_id: Uuid
  user_id: Uuid
  app_version: string | null
  cursors: OptionalJson
  queued: number | null
  /** The same by scope; null where the device, of an older build, only says how many in all. */
  queued_by_scope: OptionalJson
  last_seen: Instant | null
  revoked_at: Instant | null
}

export interface QuarantineTable {
  op_id: Uuid | null
  user_id: Uuid | null
  device_id: Uuid | null
  raw: OptionalJson
  reason: string | null
  at: Instant
}

export interface ErasedTable {
  scope_id: Uuid
  id: Uuid
  at: Instant
}

/** A sum of a device that this server's differs from. */
export interface DigestMismatchTable {
  scope_id: Uuid
  device_id: Uuid
  head: number
  /** The device's. */
  ours: Digits
  /** The server's, as it was told. */
  theirs: Digits
  app_version: string | null
  at: Instant
}

export interface PersonTable {
  person_id: Uuid
  email: string
  /** The address in lower case: what is compared. */
  email_key: string
  given_name: string | null
  family_name: string | null
  issuer: string | null
  subject: string | null
  bound_at: Instant | null
  created_at: Instant
  /** Of the employer, as the issuer vouched for it at the last sign-in. */
  siret: string | null
  /** The address that the issuer vouched for at the last sign-in, in lower case. */
  vouched_email_key: string | null
}

export interface StructureTable {
  structure_id: Uuid
  siret: string | null
  name: string
  /** INSEE code. */
  commune: string | null
  department: string | null
  kind: string | null
  created_at: Instant
  /** How often who has access has changed: taking the next number makes the changes of a structure wait for each other. */
  access_changes: Defaulted<number>
}

export interface AssignmentTable {
  scope_id: Uuid
  person_id: Uuid
  structure_id: Uuid
  role: 'advisor' | 'coordinator'
}

export interface MembershipTable {
  person_id: Uuid
  structure_id: Uuid
  role: 'responsable' | 'lecteur'
  since: Instant
}

export interface TeamTable {
  team_id: Uuid
  name: string
  department: string | null
}

export interface TeamMemberTable {
  team_id: Uuid
  scope_id: Uuid
  joins: Day
  leaves: Day | null
}

export interface TeamCoordinatorTable {
  team_id: Uuid
  person_id: Uuid
}

export interface StateRemitTable {
  person_id: Uuid
  /** null is the nation. */
  department: string | null
}

export interface TrainingBodyAccountTable {
  person_id: Uuid
  name: string
}

export interface WebSessionTable {
  token_hash: string
  person_id: Uuid
  id_token: string | null
  created_at: Instant
  last_seen_at: Instant
  expires_at: Instant
  /** The device that it syncs for, once that is known. */
  device_id: Uuid | null
}

export interface SignInAttemptTable {
  state: string
  nonce: string
  code_verifier: string
  return_to: string | null
  expires_at: Instant
}

/** Somebody whose employer a structure is asks to read it. */
export interface AccessRequestTable {
  request_id: Uuid
  person_id: Uuid
  structure_id: Uuid
  asked_at: Instant
  status: 'open' | 'accepted' | 'refused'
  settled_at: Instant | null
  settled_by: Uuid | null
}

export interface InvitationTable {
  invitation_id: Uuid
  structure_id: Uuid
  email: string
  /** The address in lower case: what is compared. */
  email_key: string
  role: 'responsable' | 'lecteur'
  /** SHA-256 of what the link holds. */
  token_hash: string
  invited_by: Uuid
  invited_at: Instant
  expires_at: Instant
  outcome: 'accepted' | 'withdrawn' | null
  settled_at: Instant | null
  settled_by: Uuid | null
}

/** Messages that wait to be sent, and which were: their words go once they are. */
export interface MailOutboxTable {
  mail_id: Uuid
  /** What it tells of and to whom: no two messages have the same. */
  event: string
  recipient: string | null
  subject: string | null
  body: string | null
  written_at: Instant
  tries: Defaulted<number>
  next_try_at: Instant
  sent_at: Instant | null
  /** Where whoever gets it stops such messages by one click (RFC 8058). */
  stop_url: string | null
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

/** A message that reminded somebody of one silence. */
export interface ReminderTable {
  reminder_id: Uuid
  /** The same for all that one message was about. */
  mail_id: Uuid
  to_person: Uuid
  /** In which capacity. */
  reader: 'advisor' | 'structure' | 'coordinator' | 'state'
  advisor_id: Uuid
  structure_id: Uuid
  /** The silence, as it was then, and by which rules. */
  since: Day
  days: number
  rule_version: number
  sent_at: Instant
}

/** A message that told who answers for a structure of one month that waits for a word. */
export interface MonthReminderTable {
  reminder_id: Uuid
  /** The same for all that one message was about. */
  mail_id: Uuid
  to_person: Uuid
  structure_id: Uuid
  /** YYYY-MM */
  month: string
  standing: 'to-vouch' | 'to-review'
  rule_version: number
  sent_at: Instant
}

export interface ReminderAnswerTable {
  answer_id: Uuid
  advisor_id: Uuid
  structure_id: Uuid
  /** In which capacity it was given. */
  reader: 'advisor' | 'structure' | 'coordinator' | 'state'
  reason: string
  answered_on: Day
  by_person: Uuid
  at: Instant
}

/** When somebody was reminded by mail last, whatever of, and whether they want it no more. */
export interface ReminderMailTable {
  person_id: Uuid
  last_sent_at: Instant | null
  stopped_at: Instant | null
}

/** What opens the page that stops reminders, without signing in. */
export interface ReminderStopLinkTable {
  /** SHA-256 of what the link holds. */
  token_hash: string
  person_id: Uuid
  made_at: Instant
}

/** A post that the State attributed; what it is on a day is computed from its facts. */
export interface PostTable {
  post_id: Uuid
  /** Its number at the State. */
  reference: string
  /** Of all the structures that ever hold it. */
  department: string | null
  created_at: Instant
  /** How many times facts were added: taking the next number makes them wait for each other. */
  fact_changes: Defaulted<number>
}

/** Something that was said of a post: never changed. */
export interface PostFactTable {
  fact_id: Uuid
  post_id: Uuid
  kind: string
  day: Day
  /** Whose fact it is; null where it is of the post alone. */
  structure_id: Uuid | null
  /** The rest of it, by its kind. */
  said: Json
  replaces: Uuid | null
  by_person: Uuid
  at: Instant
}

/** A contract that is offered to an address, and what became of it. */
export interface ContractOfferTable {
  offer_id: Uuid
  structure_id: Uuid
  post_id: Uuid
  email: string
  /** The address in lower case: what is compared. */
  email_key: string
  /** As the structure typed them; empty where it didn't. */
  given_name: string
  family_name: string
  /** SHA-256 of what the last link holds. */
  token_hash: string
  offered_by: Uuid
  /** When that link was sent. */
  sent_at: Instant
  expires_at: Instant
  outcome: 'accepted' | 'declined' | 'withdrawn' | null
  settled_at: Instant | null
  settled_by: Uuid | null
}

/** Of a structure: facts about its clothing and equipment wait for each other by taking the next number. */
export interface KitTurnTable {
  structure_id: Uuid
  fact_changes: Defaulted<number>
}

/** Something that was said of clothing or equipment: never changed. */
export interface KitFactTable {
  fact_id: Uuid
  structure_id: Uuid
  /** Whose kit it is. */
  scope_id: Uuid
  kind: string
  party: 'structure' | 'advisor'
  day: Day
  /** The rest of it, by its kind. */
  said: Json
  replaces: Uuid | null
  by_person: Uuid
  at: Instant
}

/** An organisation that trains; whoever has an account of its name signs in for it. */
export interface TrainingBodyTable {
  body_id: Uuid
  name: string
}

/** Whom a body trains: of one body at a time. */
export interface TraineeTable {
  trainee_id: Defaulted<Uuid>
  scope_id: Uuid
  body_id: Uuid
  since: Instant
  /** Null where a file said it. */
  entrusted_by: Uuid | null
  ended_at: Instant | null
  ended_by: Uuid | null
}

/** Of an assignment: facts about its training wait for each other by taking the next number. */
export interface TrainingTurnTable {
  scope_id: Uuid
  fact_changes: Defaulted<number>
}

/** Something that was said of a training: never changed. */
export interface TrainingFactTable {
  fact_id: Uuid
  /** Whose training it is. */
  scope_id: Uuid
  kind: string
  party: 'body' | 'structure'
  day: Day
  /** The rest of it, by its kind. */
  said: Json
  replaces: Uuid | null
  by_person: Uuid
  at: Instant
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
