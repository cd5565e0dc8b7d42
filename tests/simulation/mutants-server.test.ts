import { test } from 'vitest'
import { expectCaught } from './expect-caught.ts'
import { ofServer } from './mutants.ts'

for (const mutant of ofServer) {
  test(`${mutant.invariant} is found broken unless ${mutant.without} (${mutant.name})`, () =>
    expectCaught(mutant))
}
