import { randomUUID } from 'node:crypto'

import { Client } from 'pg'
import { inject } from 'vitest'

import { allTables } from '../../src/server/store/engine-differences.ts'
import { ensureIdentity } from '../../src/server/store/migrate.ts'
import { openStore } from '../../src/server/store/open-store.ts'
import type { StoreOptions } from '../../src/server/store/open-store.ts'
import type { Store } from '../../src/server/store/store.ts'

import { sql } from 'kysely'

export type TestStoreOptions = Partial<Omit<StoreOptions, 'databaseUrl' | 'folder'>>

/** A log that keeps silent; give `log` to look at what is said. */
export const silentLog = { info: () => undefined, warn: () => undefined, error: () => undefined }

/** The epoch that every test begins with. */
export const testEpoch = '0190a000-0000-7000-8000-000000000000'

/** A new embedded database in memory: about two seconds, so share it (`describeEachStore`). */
export function embeddedStore(options: TestStoreOptions = {}): Promise<Store> {
  return openStore({ log: silentLog, newEpoch: () => testEpoch, ...options })
}

/** A new database of the run's PostgreSQL. */
export async function postgresqlStore(options: TestStoreOptions = {}): Promise<Store> {
  const databaseUrl = await newPostgresqlDatabase()
  return openStore({ log: silentLog, newEpoch: () => testEpoch, ...options, databaseUrl })
}

/** Whether this run has a PostgreSQL; when not, the run has said why (`postgresql-cluster.ts`). */
export function hasPostgresql(): boolean {
  return inject('postgresqlUrl') !== ''
}

/** Makes an empty database and answers its connection string. */
export async function newPostgresqlDatabase(): Promise<string> {
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await asAdministrator(`create database ${name}`)
  return urlOf(name)
}

/** Runs one statement beside the store, as the administrator of the cluster. */
export async function asAdministrator(statement: string): Promise<void> {
  const client = new Client({ connectionString: urlOf('postgres') })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

function urlOf(database: string): string {
  return inject('postgresqlUrl').replace('DATABASE', database)
}

/**
 * Everything gone but the schema and a new identity: quicker than another database. Rows are deleted where there are any,
 * which is several times quicker than truncating all tables; keys needn't hold between one delete and the next.
 */
export async function emptyStore(store: Store): Promise<void> {
  const tables = allTables.filter((table) => table !== 'schema_migration')
  const withRows = tables.map(
    (table) => sql`select ${table}::text as name where exists (select 1 from ${sql.table(table)})`,
  )
  await store.db.transaction().execute(async (tx) => {
    const { rows } = await sql<{ name: string }>`${sql.join(withRows, sql` union all `)}`.execute(tx)
    await sql`set local session_replication_role = replica`.execute(tx)
    for (const { name } of rows) await sql`delete from ${sql.table(name)}`.execute(tx)
  })
  await ensureIdentity(store.db, () => testEpoch)
}
