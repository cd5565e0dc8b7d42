import { runSteps } from './run-steps.ts'
import type { Run, Step } from './steps.ts'
import type { Versions } from './world.ts'

/** Runs that a shrinking may take. */
const patience = 400

/** The shortest list of steps found, by dropping steps, that still breaks the same invariant. */
export async function shrink(run: Run, versions: Versions, invariant: string): Promise<Run> {
  let left = patience
  const breaks = async (steps: readonly Step[]): Promise<boolean> => {
    left -= 1
    const { broken } = await runSteps({ ...run, steps }, versions)
    return broken?.invariant === invariant
  }
  let best = run.steps
  for (let size = Math.ceil(best.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let start = 0; start < best.length;) {
      if (left <= 0) return { ...run, steps: best }
      const without = [...best.slice(0, start), ...best.slice(start + size)]
      if (await breaks(without)) best = without
      else start += size
    }
  }
  return { ...run, steps: best }
}

/** A list of steps, one a line, as it can be pasted into `scenarios.ts`. */
export function textOfRun({ steps, ...run }: Run): string {
  const lines = steps.map((step) => `    ${JSON.stringify(step)},`)
  return `{ ...${JSON.stringify(run)}, steps: [\n${lines.join('\n')}\n] }`
}
