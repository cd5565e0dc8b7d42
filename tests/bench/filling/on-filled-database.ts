import type { Client } from 'pg'
import { durableCluster, newDatabase } from '../../drills/drill-cluster.ts'
import { fillingDatabase, isFilled } from './filling-database.ts'

/**
 * Runs over a database of its own that is filled first; or over the one that `BENCH_DATABASE_URL` names, which an earlier
 * run of the same bench was given empty and has filled: filling takes minutes, and one may want to ask more than once.
 *
 * @returns false where there is no PostgreSQL
 */
export async function onFilledDatabase(
  now: Date,
  fill: (client: Client) => Promise<void>,
  run: (databaseUrl: string) => Promise<void>,
): Promise<boolean> {
  const given = process.env['BENCH_DATABASE_URL']
  if (given !== undefined) {
    if (!(await isFilled(given))) await fillingDatabase(given, now, fill)
    await run(given)
    return true
  }
  const cluster = await durableCluster()
  if (!cluster) return false
  try {
    const databaseUrl = await newDatabase(cluster)
    await fillingDatabase(databaseUrl, now, fill)
    await run(databaseUrl)
    return true
  } finally {
    await cluster.stop()
  }
}
