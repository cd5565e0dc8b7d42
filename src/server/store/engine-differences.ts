import type { EngineName } from './engine.ts'
import type { Tables } from './tables.ts'
import type { TurnstileLimits } from './turnstile.ts'

/* Everything that depends on the database under the store. SQL doesn't: it is the same everywhere (sync.md 2.3). */

/** Reads and writes together. The embedded engine has one connection, whatever `places` says. */
export const connectionLimits: TurnstileLimits = { places: 10, waiting: 200, patience: 10_000 }

/** Transactions under way: fewer than connections, so that a dead node can't take them all. */
export const writerLimits: Record<EngineName, TurnstileLimits> = {
  postgresql: { places: 8, waiting: 200, patience: 10_000 },
  // Its one connection is the bound; a second queue before it would only hide how many wait.
  embedded: { places: connectionLimits.waiting + 1, waiting: 0, patience: 10_000 },
}

/** Milliseconds that a statement of a request may take on PostgreSQL. The embedded engine can't stop one. */
export const statementLimit = 30_000

/** PostgreSQL 15 is the oldest that the tests run on, as in `server_version_num`. */
export const oldestPostgresql = 150_000

/** Whether the engine vacuums and counts its rows by itself; milliseconds between two upkeeps where it doesn't. */
export const upkeepEvery: Record<EngineName, number | undefined> = {
  postgresql: undefined,
  embedded: 3_600_000,
}

type TableName = keyof Tables

/**
 * Where each table would live on several nodes (Citus): spread by `scope_id`, whole on every node, or on the
 * coordinator only. Nothing runs this today; a test holds the schema to it, so that it stays possible.
 */
export const spreading: { distributed: TableName[]; reference: TableName[]; local: TableName[] } = {
  distributed: [
    'sync_scope',
    'contract',
    'doc',
    'doc_history',
    'doc_conflict',
    'sync_op',
    'digest_mismatch',
    'report_opening',
    'list_reading',
    'erased',
  ],
  reference: [
    'sync_meta',
    'sync_grant',
    'device',
    'person',
    'structure',
    'assignment',
    'membership',
    'team',
    'team_member',
    'team_coordinator',
    'state_remit',
    'training_body_account',
    'access_request',
    'invitation',
    'anomaly_settlement',
    'anomaly_withdrawal',
    'month_reminder',
    'reminder',
    'reminder_answer',
    'reminder_mail',
    'reminder_stop_link',
    'post',
    'post_fact',
    'contract_offer',
    'kit_turn',
    'kit_fact',
    'training_body',
    'trainee',
    'training_turn',
    'training_fact',
    'community_event',
    'community_event_fact',
    'community_mark',
    'calendar_link',
  ],
  local: [
    'schema_migration',
    'quarantine',
    'web_session',
    'sign_in_attempt',
    'mail_outbox',
    'published_figures',
    'published_month',
    'public_link',
    'needs_edition',
    'needs_row',
    'open_data_edition',
    'open_data_row',
    'api_token',
    'signing_key',
    'seal',
    'seal_line',
  ],
}

export const allTables: readonly TableName[] = [
  ...spreading.distributed,
  ...spreading.reference,
  ...spreading.local,
]

/** What would be run on Citus after the migrations; reference tables first, since others point at them. */
export function spreadingStatements(): string[] {
  return [
    ...spreading.reference.map((table) => `select create_reference_table('${table}')`),
    ...spreading.distributed.map((table) => `select create_distributed_table('${table}', 'scope_id')`),
  ]
}
