import { expect } from 'vitest'
import { runAgainst, type Mutant } from './mutants.ts'
import { runSteps, versionsOf } from './run-steps.ts'
import { runOf } from './steps.ts'

/** Seeds that are tried where the pinned run doesn't catch a mutant any more: a change elsewhere may have moved it. */
const others = 40

/** Requires that a mutant is caught: a safeguard that nothing misses is no safeguard, or nothing tests it. */
export async function expectCaught(mutant: Mutant): Promise<void> {
  const versions = await versionsOf(mutant.changes)
  const { broken } = await runSteps(runAgainst(mutant), versions)
  if (broken) {
    expect(broken.invariant, broken.message).toBe(mutant.invariant)
    return
  }
  for (let seed = 1; seed <= others; seed += 1) if ((await runSteps(runOf(seed), versions)).broken) return
  throw new Error(
    `The mutant ${mutant.name} survives: nothing notices that ${mutant.without} no longer holds`,
  )
}
