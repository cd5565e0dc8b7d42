import { sql } from 'kysely'
import { allTables } from '../../src/server/store/engine-differences.ts'
import type { Store } from '../../src/server/store/store.ts'

/** Puts rows into a store that has nothing but its schema and its identity. */
export type Planting = (store: Store) => Promise<void>

/** A world of which a store keeps the rows, beside its schema. */
export interface KeptWorld {
  /** Into a store that was emptied. */
  putIn(): Promise<void>
}

let worlds = 0

/**
 * Plants a world in an empty store and keeps a copy of its rows: to put them in again takes a fifth of the time that
 * planting takes, which is many statements, each waited for.
 */
export async function keepWorld(store: Store, plant: Planting): Promise<KeptWorld> {
  await plant(store)
  worlds += 1
  const name = `beside_schema.world_${worlds}`
  const tables = await tablesWithRows(store)
  // What a server notes of a device behind an answer may have come in between.
  const inserts = tables.map((table) => `insert into ${table} table ${name}_${table} on conflict do nothing;`)
  await sql
    .raw(
      `do $make$ begin
        create schema if not exists beside_schema;
        ${tables.map((table) => `create table ${name}_${table} as table ${table};`).join('\n')}
        create function ${name}() returns void language plpgsql as $$ begin
          perform set_config('session_replication_role', 'replica', true);
          ${inserts.join('\n')}
        end $$;
      end $make$`,
    )
    .execute(store.db)
  return {
    putIn: async () => {
      await sql.raw(`select ${name}()`).execute(store.db)
    },
  }
}

/** The same for a world that many tests of many files begin with: planted once in each store. */
export function keptOnce(plant: Planting): Planting {
  const kept = new WeakMap<Store['db'], KeptWorld>()
  return async (store) => {
    const known = kept.get(store.db)
    if (known) return known.putIn()
    if ((await tablesWithRows(store)).length > 0) return plant(store)
    kept.set(store.db, await keepWorld(store, plant))
  }
}

/** The schema and its identity are there before any world. */
const worldTables = allTables.filter((table) => table !== 'schema_migration' && table !== 'sync_meta')

async function tablesWithRows({ db }: Store): Promise<string[]> {
  const each = worldTables.map(
    (table) => sql`select ${table}::text as name where exists (select 1 from ${sql.table(table)})`,
  )
  const { rows } = await sql<{ name: string }>`${sql.join(each, sql` union all `)}`.execute(db)
  return rows.map(({ name }) => name)
}
