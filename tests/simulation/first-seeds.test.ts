import { test } from 'vitest'
import { expectNotEmpty, runSeeds } from './run-seeds.ts'

test('I1 to I28 hold whatever happens, seeds 1 to 75', async () => {
  expectNotEmpty(await runSeeds(1, 75))
})
