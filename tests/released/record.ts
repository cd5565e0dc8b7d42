import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import 'fake-indexeddb/auto'
import { toJSONSchema } from 'zod'
import { openDatabase } from '../../src/app/data/database.ts'
import { personIdSchema } from '../../src/domain/ids.ts'
import { schemaVersion } from '../../src/domain/sync/limits.ts'
import { schemas } from '../../src/domain/sync/validate-body.ts'

/** What stands written of a version once it is released: what it may have sent, and what it keeps on a device. */
export interface Release {
  readonly version: string
  readonly schemaVersion: number
  /** JSON Schema of each collection's documents. */
  readonly collections: Readonly<Record<string, unknown>>
  readonly database: {
    readonly version: number
    /** Of each table, its primary key and its indexes, as Dexie writes them. */
    readonly tables: Readonly<Record<string, readonly string[]>>
  }
}

/** This version, as it would be recorded. */
export async function thisRelease(): Promise<Release> {
  const text = await readFile(join(import.meta.dirname, '..', '..', 'package.json'), 'utf8')
  // Our own file: npm itself refuses one without a version.
  const { version } = JSON.parse(text) as { version: string }
  const documents = Object.entries(schemas).map(([name, schema]) => [
    name,
    toJSONSchema(schema, { unrepresentable: 'any', io: 'input' }),
  ])
  return {
    version,
    schemaVersion,
    collections: Object.fromEntries(documents),
    database: await databaseOf(),
  }
}

async function databaseOf(): Promise<Release['database']> {
  const db = openDatabase(personIdSchema.parse('00000000-0000-7000-8000-000000000000'), 'record')
  await db.open()
  const tables = db.tables.map(({ name, schema }) => [
    name,
    [schema.primKey.src, ...schema.indexes.map(({ src }) => src).sort()],
  ])
  const recorded = { version: db.verno, tables: Object.fromEntries(tables) }
  await db.delete()
  return recorded
}
