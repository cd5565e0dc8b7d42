import { test } from 'vitest'
import { expectNotEmpty, runSeeds } from './run-seeds.ts'

test('I1 to I28 hold whatever happens, seeds 76 to 150', async () => {
  expectNotEmpty(await runSeeds(76, 75))
})
