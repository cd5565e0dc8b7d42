import { parseArgs } from 'node:util'
import { durableCluster } from './drill-cluster.ts'
import { drillRestore } from './restore/restore-drill.ts'
import { outcomeLines, faultsOf } from './restore/outcome-lines.ts'

/* npm run drill:restore -- --devices 500: a backup, an hour of work, the server lost, the backup restored. */

const { values } = parseArgs({
  options: {
    devices: { type: 'string', default: '500' },
    seed: { type: 'string', default: '1' },
    embedded: { type: 'boolean', default: false },
  },
})
const devices = Number(values.devices)
const seed = Number(values.seed)

/** It only has to show that the drill can fail. */
const mostOfReference = 50

const cluster = values.embedded ? undefined : await durableCluster()
const faults: string[] = []
try {
  const what = cluster ? 'PostgreSQL' : 'the embedded database'
  console.log(`${devices} devices on ${what}, seed ${seed}`)
  const outcome = await drillRestore({ devices, cluster, seed, newEpoch: true, withState: true })
  for (const line of outcomeLines(outcome)) console.log(line)
  faults.push(...faultsOf(outcome))
  const few = Math.min(devices, mostOfReference)
  console.log(`\nThe same without a new epoch, which must lose, with ${few} devices:`)
  const reference = await drillRestore({ devices: few, cluster, seed, newEpoch: false })
  console.log(`  ${reference.missing.length} of ${reference.lost.length} lost ops are lost for good`)
  if (reference.missing.length === 0) faults.push('The reference lost nothing: the drill proves nothing.')
} finally {
  await cluster?.stop()
}
for (const fault of faults) console.error(fault)
if (faults.length > 0) process.exitCode = 1
