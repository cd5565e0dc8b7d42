import { randomUUID } from 'node:crypto'
import { mkdir } from 'node:fs/promises'

import { Kysely, sql } from 'kysely'

import {
  allTables,
  connectionLimits,
  oldestPostgresql,
  statementLimit,
  upkeepEvery,
  writerLimits,
} from './engine-differences.ts'
import type { Engine } from './engine.ts'
import { lockFolder } from './folder-lock.ts'
import type { FolderLock } from './folder-lock.ts'
import { ensureIdentity, migrate } from './migrate.ts'
import { allMigrations } from './migrations/all-migrations.ts'
import type { Migration } from './migrations/migration.ts'
import { openEmbedded } from './open-embedded.ts'
import { openPostgresql } from './open-postgresql.ts'
import { storeDialect } from './store-dialect.ts'
import { StoreError } from './store-error.ts'
import type { StoreLog } from './store-log.ts'
import type { Store } from './store.ts'
import type { Db, Tables } from './tables.ts'
import { retrying } from './transaction.ts'
import { turnstile } from './turnstile.ts'

export interface StoreOptions {
  /** A PostgreSQL; without it the database is embedded. */
  databaseUrl?: string | undefined
  /** Where the embedded database lives; without it, it is in memory and ends with the process. */
  folder?: string | undefined
  log: StoreLog
  /** Sees every statement before it runs, without its values. */
  onStatement?: (sql: string) => void
  migrations?: readonly Migration[]
  now?: () => Date
  /** The identity of a new database; a UUIDv4 without it, as nothing was restored (`operations/after-restore.ts`). */
  newEpoch?: () => string
}

/** Opens the database, brings its schema up to date and gives it its identity. Throws StoreError. */
export async function openStore(options: StoreOptions): Promise<Store> {
  if (options.databaseUrl !== undefined) return openPostgresqlStore(options.databaseUrl, options)
  if (options.folder !== undefined) return openFolderStore(options.folder, options)
  options.log.warn({}, 'The store is in memory: nothing is kept when the server stops')
  return openEmbeddedStore(undefined, options)
}

async function openPostgresqlStore(databaseUrl: string, options: StoreOptions): Promise<Store> {
  // Migrations may take longer than a request, so they have a connection of their own.
  const alone = { connections: { ...connectionLimits, places: 1 }, statement: 0 }
  const preparing = kyselyOver(openPostgresql(databaseUrl, alone, options.log), options)
  try {
    await retrying(() => requireRecent(preparing, options.log))
    await prepare(preparing, options)
  } finally {
    await preparing.destroy()
  }
  const limits = { connections: connectionLimits, statement: statementLimit }
  const db = kyselyOver(openPostgresql(databaseUrl, limits, options.log), options)
  return storeOver({ engine: 'postgresql', db, durable: true, log: options.log, close: () => db.destroy() })
}

async function requireRecent(db: Db, log: StoreLog): Promise<void> {
  const question = sql<{ version: number }>`select current_setting('server_version_num')::int as version`
  const answer = await question.execute(db).catch((error: unknown) => {
    log.warn({ reason: String(error) }, 'PostgreSQL did not answer')
    throw error
  })
  const version = answer.rows[0]?.version ?? 0
  if (version >= oldestPostgresql) return
  throw new StoreError(
    'postgresql-too-old',
    `PostgreSQL 15 or later is needed; that of DATABASE_URL is ${version}.`,
  )
}

async function openFolderStore(folder: string, options: StoreOptions): Promise<Store> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const lost = new AbortController()
  const lock = await lockFolder(folder, { onLost: () => lost.abort() })
  try {
    const store = await openEmbeddedStore(folder, options, lost.signal)
    return { ...store, close: () => closeThenRelease(store, lock) }
  } catch (error) {
    await lock.release()
    throw error
  }
}

async function closeThenRelease(store: Store, lock: FolderLock): Promise<void> {
  try {
    await store.close()
  } finally {
    await lock.release()
  }
}

async function openEmbeddedStore(
  folder: string | undefined,
  options: StoreOptions,
  lost?: AbortSignal,
): Promise<Store> {
  const engine = await openEmbedded(folder, connectionLimits, options.log)
  lost?.addEventListener('abort', () => {
    options.log.error({}, 'Another process took the folder of the store over: this one stops using it')
    engine.abandon('the folder belongs to another process')
  })
  const db = kyselyOver(engine, options)
  try {
    await prepare(db, options)
  } catch (error) {
    await db.destroy()
    throw error
  }
  const durable = folder !== undefined
  return storeOver({ engine: 'embedded', db, durable, log: options.log, close: () => db.destroy() })
}

function kyselyOver(engine: Engine, { onStatement }: StoreOptions): Kysely<Tables> {
  return new Kysely<Tables>({ dialect: storeDialect(engine, onStatement ?? (() => undefined)) })
}

async function prepare(db: Db, options: StoreOptions): Promise<void> {
  const steps = await migrate(db, options.migrations ?? allMigrations, options.now ?? (() => new Date()))
  await ensureIdentity(db, options.newEpoch ?? randomUUID)
  if (steps > 0) options.log.info({ steps }, 'The database was brought up to date')
}

function storeOver(parts: Pick<Store, 'engine' | 'db' | 'durable' | 'close'> & { log: StoreLog }): Store {
  const { engine, db, durable, log, close } = parts
  const every = upkeepEvery[engine]
  const upkeep = (): Promise<void> => (every === undefined ? Promise.resolve() : vacuumAll(db))
  const timer = every === undefined ? undefined : setInterval(() => keepUp(upkeep, log), every).unref()
  return {
    engine,
    db,
    durable,
    writers: turnstile(writerLimits[engine]),
    upkeep,
    close() {
      clearInterval(timer)
      return close()
    },
  }
}

/** Table by table, so that requests pass in between. */
async function vacuumAll(db: Db): Promise<void> {
  for (const table of allTables) await sql`vacuum (analyze) ${sql.table(table)}`.execute(db)
}

function keepUp(upkeep: () => Promise<void>, log: StoreLog): void {
  upkeep().catch((error: unknown) =>
    log.warn({ err: error }, 'The upkeep of the store failed; it will be tried again'),
  )
}
