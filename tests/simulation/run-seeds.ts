import { expect } from 'vitest'
import { addCounters, type Counters } from './counters.ts'
import { runSteps, versionsOf } from './run-steps.ts'
import { shrink, textOfRun } from './shrink.ts'
import { runOf } from './steps.ts'

/**
 * Runs seeds of the product as it is, and answers how often each thing happened. Throws with the shrunk steps of the
 * first seed that fails, and the command that runs it again.
 */
export async function runSeeds(from: number, seeds: number): Promise<Counters> {
  const versions = await versionsOf()
  const counters: Counters = {}
  for (let seed = from; seed < from + seeds; seed += 1) {
    const run = runOf(seed)
    const outcome = await runSteps(run, versions)
    addCounters(counters, outcome.counters)
    if (!outcome.broken) continue
    const small = await shrink(run, versions, outcome.broken.invariant)
    const again = `npm run simulate -- --seeds 1 --from ${seed}`
    throw new Error(`Seed ${seed}: ${outcome.broken.message}\n${textOfRun(small)}\nAgain: ${again}`)
  }
  return counters
}

/** What must have happened at least once in a range of seeds, or its passing would prove nothing. */
const mustHappen = [
  'absences corrected',
  'absences declared',
  'absences of employers',
  'absences taken back',
  'absences taken back by employers',
  'confirmations said',
  'confirmations taken back',
  'questions answered',
  'questions asked',
  'answered device-revoked',
  'answered epoch',
  'answered unauthenticated',
  'answered wrong-user',
  'applied',
  'blocked upgrades',
  'clocks moved',
  'conflict',
  'contracts corrected',
  'contracts ended',
  'contracts over for good',
  'contracts renewed',
  'crashes at rest',
  'crashes in a cycle',
  'crashes in a transaction',
  'deferred',
  'deletes',
  'deploys',
  'drafts',
  'duplicate',
  'erasures',
  'grants given back',
  'late copies',
  'merged',
  'need-full',
  'orphans',
  'people erased',
  'people followed',
  'people merged',
  'people named',
  'purged tombstones',
  'rebuilds',
  'rejected',
  'resets',
  'restores',
  'revocations',
  'saves',
  'scopes closed',
  'scopes opened again',
  'saves refused by the storage',
  'storage AbortError',
  'storage InvalidStateError',
  'storage QuotaExceededError',
  'storage UnknownError',
  'undeletes',
  'updates',
  'way 400',
  'way 401',
  'way 413',
  'way 426',
  'way 429',
  'way 500',
  'way 503',
  'way cut',
  'way hang',
  'way lost-answer',
  'way lost-request',
  'way portal',
  'way proxy-403',
  'way proxy-502',
  'way twice',
]

export function expectNotEmpty(counters: Counters): void {
  expect(mustHappen.filter((what) => !counters[what])).toEqual([])
}
