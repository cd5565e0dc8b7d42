import type { Day, Defaulted, Instant, Json, Uuid } from './column-types.ts'

/** Facts that commitments are judged by: posts and their contracts, clothing and equipment, training. */
export interface CommitmentTables {
  post: PostTable
  post_fact: PostFactTable
  contract_offer: ContractOfferTable
  kit_turn: KitTurnTable
  kit_fact: KitFactTable
  training_body: TrainingBodyTable
  trainee: TraineeTable
  training_turn: TrainingTurnTable
  training_fact: TrainingFactTable
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
