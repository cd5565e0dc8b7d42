import type { Kysely } from 'kysely'
import type { AccessTables } from './tables/access-tables.ts'
import type { Instant } from './tables/column-types.ts'
import type { CommitmentTables } from './tables/commitment-tables.ts'
import type { CommunityTables } from './tables/community-tables.ts'
import type { EmployerTables } from './tables/employer-tables.ts'
import type { MessageTables } from './tables/message-tables.ts'
import type { PublishedTables } from './tables/published-tables.ts'
import type { SyncTables } from './tables/sync-tables.ts'

/*
 * What the tables of `migrations/` hold, as Kysely sees it: a file for each purpose in `tables/`. Values are read by
 * `database-values.ts`, the same way on both engines. A column with a default or that may be null can be left out of an
 * insert.
 */

export interface Tables
  extends
    SyncTables,
    AccessTables,
    MessageTables,
    PublishedTables,
    EmployerTables,
    CommitmentTables,
    CommunityTables {
  schema_migration: SchemaMigrationTable
}

/** Anything that queries can be asked of: the store's own `db`, or the transaction given by `inTransaction`. */
export type Db = Kysely<Tables>

export interface SchemaMigrationTable {
  number: number
  name: string
  at: Instant
}
