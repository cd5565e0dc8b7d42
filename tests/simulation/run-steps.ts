import { Broken } from './broken.ts'
import { loadBuilds, type Replacement } from './builds.ts'
import type { Counters } from './counters.ts'
import { laterVersion } from './later-version.ts'
import { perform } from './perform.ts'
import { comeToRest } from './rest.ts'
import type { Run } from './steps.ts'
import { World, type Versions } from './world.ts'

export interface Outcome {
  readonly counters: Counters
  /** What didn't hold, where something didn't. */
  readonly broken: Broken | undefined
  /** How many steps were performed before. */
  readonly steps: number
}

/** This version and the next one, with some changes of the product's text in both. */
export async function versionsOf(changes: readonly Replacement[] = []): Promise<Versions> {
  const today = await loadBuilds(changes)
  let later: ReturnType<typeof loadBuilds> | undefined
  return { today, later: () => (later ??= loadBuilds([...changes, ...laterVersion])) }
}

/** Runs a list of steps to its end, or to the first thing that doesn't hold. */
export async function runSteps(run: Run, versions: Versions): Promise<Outcome> {
  const world = await World.begin(run, versions)
  let steps = 0
  try {
    for (const step of run.steps) {
      await perform(world, step)
      steps += 1
    }
    await comeToRest(world)
    return { counters: world.counters, broken: undefined, steps }
  } catch (error) {
    return { counters: world.counters, broken: brokenBy(error), steps }
  } finally {
    await world.end()
  }
}

/** Whatever else is thrown is a promise broken too: that everything goes on. */
function brokenBy(error: unknown): Broken {
  if (error instanceof Broken) return error
  return new Broken('I19', error instanceof Error ? (error.stack ?? error.message) : String(error))
}
