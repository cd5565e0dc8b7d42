import { expect, test } from 'vitest'
import { runSteps, versionsOf } from './run-steps.ts'
import { scenarios } from './scenarios.ts'
import { runOf } from './steps.ts'

for (const [name, run] of Object.entries(scenarios)) {
  test(`all holds after ${name}`, async () => {
    const { broken } = await runSteps(run, await versionsOf())
    expect(broken?.message).toBeUndefined()
  })
}

test('a seed says the same at each run', async () => {
  const versions = await versionsOf()
  const [once, twice] = [await runSteps(runOf(3), versions), await runSteps(runOf(3), versions)]
  expect(once.counters).toEqual(twice.counters)
})
