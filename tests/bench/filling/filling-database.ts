import { Client } from 'pg'
import { frenchDayOf } from '../../../src/domain/calendar-day.ts'
import { loadDemonstration } from '../../../src/server/demonstration/load-demonstration.ts'
import { openStore } from '../../../src/server/store/open-store.ts'
import { silentLog } from '../../server/databases.ts'

/**
 * Fills a database that holds the demonstration, from which what is filled copies, and leaves it as PostgreSQL has one
 * after some time. Its statements may last as long as they like, which the store's may not.
 */
export async function fillingDatabase(
  databaseUrl: string,
  now: Date,
  fill: (client: Client) => Promise<void>,
): Promise<void> {
  const store = await openStore({ databaseUrl, log: silentLog })
  try {
    await loadDemonstration(store, { today: frenchDayOf(now), now })
  } finally {
    await store.close()
  }
  const client = new Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    await client.query(
      `set timezone = 'UTC'; set maintenance_work_mem = '1GB'; set work_mem = '256MB'; set jit = off`,
    )
    await fill(client)
    await client.query('vacuum (analyze)')
    await client.query('create table bench_filled ()')
  } finally {
    await client.end()
  }
}

/** Whether a database was filled to the end. */
export async function isFilled(databaseUrl: string): Promise<boolean> {
  const client = new Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const { rows } = await client.query<{ found: boolean }>(
      `select to_regclass('bench_filled') is not null as found`,
    )
    return rows[0]?.found ?? false
  } finally {
    await client.end()
  }
}
