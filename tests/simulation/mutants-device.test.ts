import { test } from 'vitest'
import { expectCaught } from './expect-caught.ts'
import { ofDevice } from './mutants.ts'

for (const mutant of ofDevice) {
  test(`${mutant.invariant} is found broken unless ${mutant.without} (${mutant.name})`, () =>
    expectCaught(mutant))
}
