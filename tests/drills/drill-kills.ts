import { parseArgs } from 'node:util'
import { durableCluster } from './drill-cluster.ts'
import { kill } from './kills/kill.ts'
import type { Left } from './kills/what-is-left.ts'
import { checkWrittenThrough, type WrittenThrough } from './kills/written-through.ts'

/* npm run drill:kills -- --kills 20: SIGKILL in the middle of pushes, and whether commits reach the disk. */

const { values } = parseArgs({ options: { kills: { type: 'string', default: '20' } } })
const kills = Number(values.kills)
const tracedPushes = 40

const cluster = await durableCluster()
const faults: string[] = []
try {
  if (cluster === undefined)
    console.log('Left out for want of a PostgreSQL 15 or later: all that is over one.')
  else {
    account('The server over PostgreSQL', await kill({ kind: 'server', cluster }, kills))
    account('PostgreSQL, all its processes', await kill({ kind: 'postgresql', cluster }, kills))
  }
  account('The server over its embedded database', await kill({ kind: 'embedded' }, kills))
  if (cluster) tellWritten('PostgreSQL', await checkWrittenThrough(cluster, tracedPushes))
  tellWritten('The embedded database', await checkWrittenThrough(undefined, tracedPushes))
} finally {
  await cluster?.stop()
}
for (const fault of faults) console.error(fault)
if (faults.length > 0) process.exitCode = 1

function account(what: string, left: Left): void {
  const { acknowledged, answeredAgain, interrupted, unanswered, ...wrong } = left
  console.log(
    `${what}: killed ${kills} times in the middle of ${interrupted} pushes, ${unanswered} sent again; ${acknowledged} ops acknowledged, ${answeredAgain} of them committed before their first answer was lost`,
  )
  console.log(`  ${wordsOf(wrong)}`)
  if (Object.values(wrong).some((count) => count > 0)) faults.push(`${what}: something was lost or doubled.`)
  if (interrupted < kills) faults.push(`${what}: no push was under way when it was killed.`)
}

function wordsOf(wrong: Omit<Left, 'acknowledged' | 'answeredAgain' | 'interrupted' | 'unanswered'>): string {
  const { missing, twice, unheard, stale, holes, numbersReused, wrongDigests } = wrong
  return `${missing} missing, ${twice} twice, ${unheard} that nobody was told of, ${stale} documents not as acknowledged, ${holes} with a hole in their revisions, ${numbersReused} numbers given twice, ${wrongDigests} wrong digests`
}

function tellWritten(what: string, { acknowledged, without, syncs }: WrittenThrough): void {
  if (without !== null) {
    console.log(
      `${what}: ${acknowledged} pushes one after the other, ${syncs} calls of fsync or fdatasync traced, ${without} pushes answered without one`,
    )
    if (without > 0) faults.push(`${what}: a commit was acknowledged that had not reached the disk.`)
  } else if (syncs !== null) {
    console.log(
      `${what}: no strace here; ${acknowledged} pushes, ${syncs} times written through by its own count`,
    )
    if (syncs < acknowledged) faults.push(`${what}: a commit was acknowledged that had not reached the disk.`)
  } else {
    console.log(
      `${what}: no strace here; its self-test counted a call at each start, or it would not have started`,
    )
  }
}
