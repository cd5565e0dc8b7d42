import { sql } from 'kysely'
import { describe, expect, onTestFinished, test } from 'vitest'

import type { EngineName } from '../../../src/server/store/engine.ts'
import { migrate } from '../../../src/server/store/migrate.ts'
import { allMigrations } from '../../../src/server/store/migrations/all-migrations.ts'
import type { Migration } from '../../../src/server/store/migrations/migration.ts'
import { openStore } from '../../../src/server/store/open-store.ts'
import type { Store } from '../../../src/server/store/store.ts'
import { hasPostgresql, newPostgresqlDatabase, silentLog } from '../databases.ts'
import { beside, sharedStore } from '../each-store.ts'

const noon = (): Date => new Date('2026-11-23T12:00:00.000Z')

/** Steps that come after those of the program. */
function later(...statements: string[][]): Migration[] {
  const from = allMigrations.length + 1
  return statements.map((ones, index) => ({
    number: from + index,
    name: `later ${index + 1}`,
    statements: ones,
  }))
}

test('steps are numbered from 1 without a hole', () => {
  expect(allMigrations.map(({ number }) => number)).toEqual(allMigrations.map((_step, index) => index + 1))
})

describe('migrating (embedded)', () => {
  migrating('embedded')
})

describe.skipIf(!hasPostgresql())('migrating (postgresql)', () => {
  migrating('postgresql')

  test('several servers that start on a new database at once make it once', async () => {
    const databaseUrl = await newPostgresqlDatabase()
    const stores = await Promise.all([1, 2, 3, 4].map(() => openStore({ databaseUrl, log: silentLog })))
    const identities = await Promise.all(
      stores.map(({ db }) => db.selectFrom('sync_meta').selectAll().execute()),
    )
    await Promise.all(stores.map((store) => store.close()))
    expect(identities[0]).toHaveLength(1)
    expect(new Set(identities.map(([one]) => one?.epoch)).size).toBe(1)
  })
})

/** What later steps make: gone after each test, and the store as other tests know it. */
async function withoutLater({ db }: Store): Promise<void> {
  await beside(async () => {
    await sql`drop table if exists one, good, half`.execute(db)
    await db.deleteFrom('schema_migration').where('number', '>', allMigrations.length).execute()
  })
}

async function aStore(engine: EngineName): Promise<Store> {
  const store = await sharedStore(engine)
  onTestFinished(() => withoutLater(store))
  return store
}

function migrating(engine: EngineName): void {
  test('each step runs once, is dated, and later ones are added to it', async () => {
    const store = await aStore(engine)
    const steps = [
      ...allMigrations,
      ...later(['create table one (n int)', 'insert into one values (1)'], ['insert into one values (2)']),
    ]
    expect(await migrate(store.db, steps, noon)).toBe(2)
    expect(await migrate(store.db, steps, noon)).toBe(0)
    const numbers = await sql<{ n: number }>`select n from one order by n`.execute(store.db)
    expect(numbers.rows).toEqual([{ n: 1 }, { n: 2 }])
    const recorded = await store.db.selectFrom('schema_migration').selectAll().orderBy('number').execute()
    expect(recorded.slice(-2)).toEqual(
      steps.slice(-2).map(({ number, name }) => ({ number, name, at: '2026-11-23T12:00:00.000Z' })),
    )
  })

  test('a step that fails leaves nothing of itself, and a database ahead of the program is refused', async () => {
    const store = await aStore(engine)
    const failing = [
      ...allMigrations,
      ...later(['create table good (n int)'], ['create table half (n int)', 'select 1 / 0']),
    ]
    await expect(migrate(store.db, failing, noon)).rejects.toMatchObject({ code: '22012' })
    const { rows } = await sql<{ good: boolean; half: boolean }>`
      select to_regclass('good') is not null as good, to_regclass('half') is not null as half`.execute(
      store.db,
    )
    expect(rows).toEqual([{ good: true, half: false }])

    const older = migrate(store.db, allMigrations, noon)
    await expect(older).rejects.toMatchObject({ name: 'StoreError', code: 'database-newer' })
    await expect(older).rejects.toThrow(/install the version that last used it/)
  })
}
