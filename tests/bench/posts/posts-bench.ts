import { openStore } from '../../../src/server/store/open-store.ts'
import { silentLog } from '../../server/databases.ts'
import { printFigures } from '../figures.ts'
import { onFilledDatabase } from '../filling/on-filled-database.ts'
import { startBenchedServer } from '../server/benched-server.ts'
import { boardFigures } from './board-figures.ts'
import { commitmentFigures } from './commitment-figures.ts'
import { fillNation } from './filled-nation.ts'
import { importFigures } from './import-figures.ts'
import { readinessFigures } from './readiness-figures.ts'

/*
 * The life of posts at the size of the nation: `POSTS_STRUCTURES=10000` structures with two posts each, whose advisors
 * have `POSTS_REPORTS=200` reports each in fourteen months, as many a month as ten million make in three years.
 */

const structures = Number(process.env['POSTS_STRUCTURES'] ?? 2_000)
const reportsEach = Number(process.env['POSTS_REPORTS'] ?? 200)
const now = new Date('2026-11-23T10:00:00.000Z')

export async function benchPosts(): Promise<void> {
  const isDone = await onFilledDatabase(
    now,
    (client) => fillNation(client, { structures, reportsEach }, now),
    measure,
  )
  if (!isDone)
    console.log('\nThe life of posts is left out: there is no PostgreSQL 15 or later on this machine.')
}

async function measure(databaseUrl: string): Promise<void> {
  const store = await openStore({ databaseUrl, log: silentLog })
  const server = await startBenchedServer({ databaseUrl, now: now.getTime() })
  try {
    const nation = { store, origin: server.origin, now }
    const size = `${structures} structures, ${2 * structures} posts and as many advisors`
    printFigures(`Boards of the State and home of a structure, ${size}`, await boardFigures(nation))
    printFigures(`Commitments of ${size}`, await commitmentFigures(nation))
    printFigures(`Who is trained and equipped, ${size}`, await readinessFigures(nation))
    printFigures('A list of 10,000 posts, 500 wrong', await importFigures(nation))
  } finally {
    await server.close()
    await store.close()
  }
}
