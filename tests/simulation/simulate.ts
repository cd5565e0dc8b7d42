import { fork } from 'node:child_process'
import { parseArgs } from 'node:util'
import { addCounters, type Counters } from './counters.ts'
import { mutants } from './mutants.ts'
import { runSteps, versionsOf } from './run-steps.ts'
import { shrink, textOfRun } from './shrink.ts'
import { runOf } from './steps.ts'

/* npm run simulate -- --seeds 5000 --from 1 [--mutant lww] [--jobs 2] [--whole] */

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '200' },
    from: { type: 'string', default: '1' },
    jobs: { type: 'string', default: '2' },
    mutant: { type: 'string' },
    /** Prints failing runs as they are, not shrunk. */
    whole: { type: 'boolean', default: false },
    /** Stops at the first seed that fails. */
    first: { type: 'boolean', default: false },
  },
})
const [seeds, from, jobs] = [Number(values.seeds), Number(values.from), Number(values.jobs)]

interface Report {
  seed: number
  counters: Counters
  broken?: string | undefined
  invariant?: string | undefined
}

if (process.send) await work(process.send.bind(process))
else await lead()

/** One process: every so manieth seed. */
async function work(tell: (report: Report) => void): Promise<void> {
  const mutant = mutants.find(({ name }) => name === values.mutant)
  const versions = await versionsOf(mutant?.changes)
  for (let seed = from; seed < from + seeds; seed += jobs) {
    const { counters, broken } = await runSteps(runOf(seed), versions)
    tell({ seed, counters, broken: broken?.message, invariant: broken?.invariant })
    if (broken && values.first) break
  }
  process.exit(0)
}

async function lead(): Promise<void> {
  if (values.mutant !== undefined && !mutants.some(({ name }) => name === values.mutant))
    throw new Error(`There is no mutant ${values.mutant}`)
  const total: Counters = {}
  const failed: Report[] = []
  const started = Date.now()
  let done = 0
  const progress = setInterval(
    () => console.log(`${done} of ${seeds} seeds, ${failed.length} failed`),
    10_000,
  )
  const hear = (report: Report) => {
    done += 1
    addCounters(total, report.counters)
    if (report.invariant === undefined) return
    failed.push(report)
    console.log(`Seed ${report.seed}: ${report.broken}`)
  }
  await Promise.all(Array.from({ length: Math.min(jobs, seeds) }, (_, index) => start(index, hear)))
  clearInterval(progress)
  console.log(`${done} seeds, ${failed.length} failed, ${Math.round((Date.now() - started) / 1000)} s`)
  for (const what of Object.keys(total).sort()) console.log(`  ${what}: ${total[what]}`)
  for (const report of failed.slice(0, 3)) await explain(report)
  process.exit(failed.length > 0 ? 1 : 0)
}

function start(index: number, hear: (report: Report) => void): Promise<void> {
  const words = ['--seeds', String(seeds - index), '--from', String(from + index), '--jobs', String(jobs)]
  if (values.mutant !== undefined) words.push('--mutant', values.mutant)
  if (values.first) words.push('--first')
  const child = fork(import.meta.filename, words)
  // The children say nothing else.
  child.on('message', (report) => hear(report as Report))
  return new Promise((resolve, reject) => {
    child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`a process ended with ${code}`))))
  })
}

/** The shortest steps that break the same invariant, and the command that runs the seed again. */
async function explain({ seed, invariant }: Report): Promise<void> {
  const mutant = mutants.find(({ name }) => name === values.mutant)
  const versions = await versionsOf(mutant?.changes)
  const run = values.whole ? runOf(seed) : await shrink(runOf(seed), versions, invariant ?? '')
  const { broken } = await runSteps(run, versions)
  console.log(`\n${broken?.message}\n${textOfRun(run)}`)
  const words = values.mutant === undefined ? '' : ` --mutant ${values.mutant}`
  console.log(`Again: npm run simulate -- --seeds 1 --from ${seed}${words}`)
}
