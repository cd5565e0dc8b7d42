import { sql } from 'kysely'

import type { Migration } from './migrations/migration.ts'
import { StoreError } from './store-error.ts'
import type { Db } from './tables.ts'

/** Any number that no other program of the same database takes: the lock under which the schema moves. */
const migrationLock = 3_141_592_653

/**
 * Brings the schema to the newest migration, forward only, each step in a transaction under a lock that every server
 * of this database respects. Answers how many steps ran. Throws StoreError `database-newer` when the database has
 * steps that this program doesn't know.
 */
export async function migrate(db: Db, migrations: readonly Migration[], now: () => Date): Promise<number> {
  let count = 0
  while (await takeNextStep(db, migrations, now)) count += 1
  return count
}

async function takeNextStep(db: Db, migrations: readonly Migration[], now: () => Date): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(${migrationLock})`.execute(tx)
    await sql`create table if not exists schema_migration (number int primary key, name text not null, at timestamptz not null)`.execute(
      tx,
    )
    const reached = await stepReached(tx)
    requireKnown(reached, migrations)
    const next = migrations.find(({ number }) => number === reached + 1)
    if (next === undefined) return false
    for (const statement of next.statements) await sql.raw(statement).execute(tx)
    const { number, name } = next
    await tx.insertInto('schema_migration').values({ number, name, at: now().toISOString() }).execute()
    return true
  })
}

async function stepReached(db: Db): Promise<number> {
  const row = await db
    .selectFrom('schema_migration')
    .select((eb) => eb.fn.max('number').as('number'))
    .executeTakeFirst()
  return row?.number ?? 0
}

function requireKnown(reached: number, migrations: readonly Migration[]): void {
  const newest = migrations.at(-1)?.number ?? 0
  if (reached <= newest) return
  throw new StoreError(
    'database-newer',
    `The database is at schema ${reached} and this program knows ${newest}: install the version that last used it, or a later one.`,
  )
}

/** Gives a new database its identity; one that has one keeps it (sync.md 3.1, epoch). */
export async function ensureIdentity(db: Db, newEpoch: () => string): Promise<void> {
  await db
    .insertInto('sync_meta')
    .values({ epoch: newEpoch() })
    .onConflict((conflict) => conflict.column('one').doNothing())
    .execute()
}
