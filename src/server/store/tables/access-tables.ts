import type { Day, Defaulted, Instant, Uuid } from './column-types.ts'

/** Who is who, works where and may read what; how one signs in, asks and is invited. */
export interface AccessTables {
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
