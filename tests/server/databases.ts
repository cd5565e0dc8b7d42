import { randomUUID } from 'node:crypto'

import { Client } from 'pg'
import { inject } from 'vitest'

import { allTables } from '../../src/server/store/engine-differences.ts'
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
 * which is several times quicker than truncating all tables, by a function whose plans the database keeps; keys needn't
 * hold between one delete and the next.
 */
export async function emptyStore({ db }: Store): Promise<void> {
  const known = emptied.get(db) ?? sql.raw(emptying).execute(db)
  emptied.set(db, known)
  await known
  await sql`select beside_schema.empty_store(${testEpoch}::uuid)`.execute(db)
}

/** Stores that have the function. */
const emptied = new WeakMap<Store['db'], Promise<unknown>>()

const withRows = allTables.filter((table) => table !== 'schema_migration')

const emptying = `do $make$ begin
  create schema if not exists beside_schema;
  create or replace function beside_schema.empty_store(epoch uuid) returns void language plpgsql as $$ begin
    perform set_config('session_replication_role', 'replica', true);
    ${withRows.map((table) => `if exists (select 1 from ${table}) then delete from ${table}; end if;`).join('\n')}
    insert into sync_meta (epoch) values (empty_store.epoch);
  end $$;
end $make$`
