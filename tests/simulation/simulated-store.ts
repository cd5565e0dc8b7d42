import {
  openEmbeddedEngine,
  RefusedStatement,
  type EmbeddedEngine,
} from '../../src/server/store/embedded-engine.ts'
import { readerOfType } from '../../src/server/store/database-values.ts'
import type { Engine } from '../../src/server/store/engine.ts'
import { allTables, writerLimits } from '../../src/server/store/engine-differences.ts'
import { migrate } from '../../src/server/store/migrate.ts'
import { allMigrations } from '../../src/server/store/migrations/all-migrations.ts'
import type { Store } from '../../src/server/store/store.ts'
import type { TextRows } from '../../src/server/store/embedded-protocol.ts'
import { turnstile } from '../../src/server/store/turnstile.ts'
import type { ServerBuild } from './server-build.ts'

let started: Promise<EmbeddedEngine> | undefined

/** The embedded database in this very thread, in memory, one for all the runs of a process: it takes two seconds. */
function embedded(): Promise<EmbeddedEngine> {
  started ??= openEmbeddedEngine(undefined)
  return started
}

/** A store for one build of the server, over the tables that every other build sees too. */
export async function storeFor(server: ServerBuild): Promise<Store> {
  const raw = await embedded()
  const db = server.newKysely(server.storeDialect(engineOver(raw, server), () => undefined))
  return {
    engine: 'embedded',
    durable: false,
    db,
    writers: turnstile(writerLimits.embedded),
    upkeep: () => Promise.resolve(),
    close: () => Promise.resolve(),
  }
}

let migrated: Promise<unknown> | undefined

/** Every table empty but the migrations', and a history with the given identity. */
export async function emptyTables(store: Store, epoch: string): Promise<void> {
  migrated ??= migrate(store.db, allMigrations, () => new Date(0))
  await migrated
  const names = allTables.filter((table) => table !== 'schema_migration')
  await query(`truncate ${names.join(', ')}`)
  await query(`insert into sync_meta (epoch) values ('${epoch}')`)
}

/** Rows of a statement beside the store: what the oracle reads, and what is no business of the server's. */
export async function query(sql: string, values: (string | null)[] = []): Promise<Record<string, unknown>[]> {
  return rowsOf(await (await embedded()).run(sql, values))
}

function engineOver(raw: EmbeddedEngine, { SqlError }: ServerBuild): Engine {
  return {
    take: async () => ({
      async run(sql, values) {
        try {
          const answer = await raw.run(sql, values)
          return { command: answer.command, rowCount: answer.rowCount, rows: rowsOf(answer) }
        } catch (error) {
          throw error instanceof RefusedStatement ? new SqlError(error.fields, sql) : error
        }
      },
      release: () => undefined,
    }),
    end: () => Promise.resolve(),
  }
}

function rowsOf({ fields, rows }: TextRows): Record<string, unknown>[] {
  const columns = fields.map(({ name, oid }) => ({ name, read: readerOfType(oid) }))
  return rows.map((row) => {
    const entries = columns.map(({ name, read }, index): [string, unknown] => {
      const text = row[index] ?? null
      return [name, text === null ? null : read(text)]
    })
    return Object.fromEntries(entries)
  })
}
