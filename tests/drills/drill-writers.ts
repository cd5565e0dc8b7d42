import { parseArgs } from 'node:util'
import { durableCluster, newDatabase } from './drill-cluster.ts'
import { naiveLog } from './ordering/naive-log.ts'
import { race, type Race, type SharedLog } from './ordering/race.ts'
import { syncLog } from './ordering/sync-log.ts'

/* npm run drill:writers -- --rounds 100: many writers at once on PostgreSQL, with pauses in their transactions. */

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '100' } } })
const rounds = Number(values.rounds)

const cluster = await durableCluster()
if (cluster === undefined) {
  console.error('There is no PostgreSQL 15 or later on this machine.')
  process.exit(1)
}
try {
  const ours = [
    await run(await syncLog(await newDatabase(cluster), { writers: 16, scopes: 3 }), 16),
    await run(await syncLog(await newDatabase(cluster), { writers: 64, scopes: 3 }), 64),
    await run(await syncLog(await newDatabase(cluster), { writers: 64, scopes: 1 }), 64),
  ]
  const naive = [
    await run(await naiveLog(await newDatabase(cluster), 'bigserial', 16), 16),
    await run(await naiveLog(await newDatabase(cluster), 'now()', 16), 16),
  ]
  for (const one of [...ours, ...naive]) print(one)
  const wrong = ours.filter((one) => one.missed + one.doubled + one.late + one.disorders > 0)
  const blind = naive.filter(({ missed }) => missed === 0)
  if (wrong.length > 0) console.error('An order of commits was broken, or a row missed.')
  if (blind.length > 0)
    console.error('The naive cursors missed nothing: the race was too mild to prove anything.')
  if (wrong.length + blind.length > 0) process.exitCode = 1
} finally {
  await cluster.stop()
}

async function run(log: SharedLog & { close(): Promise<void> }, writers: number): Promise<Race> {
  try {
    return await race(log, { writers, rounds: Math.ceil((rounds * 16) / writers) })
  } finally {
    await log.close()
  }
}

function print({ name, written, missed, doubled, late, disorders, reads, seconds }: Race): void {
  console.log(
    `${name}: ${written} written in ${seconds.toFixed(1)} s while ${reads} reads went on; ${missed} missed, ${doubled} given twice, ${late} out of order, ${disorders} committed before one of a lower place`,
  )
}
