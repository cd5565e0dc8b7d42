import type { Day, Defaulted, Digits, Instant, Json, OptionalJson, Uuid } from './column-types.ts'

/** What travels between devices and the server, and what each device was told (sync.md). */
export interface SyncTables {
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
