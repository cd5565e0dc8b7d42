import type { Migration } from './migration.ts'

/** Numbers that other steps take: without them the steps would have a hole. To be replaced by those steps. */
export const standIns: readonly Migration[] = [10, 11, 12].map((number) => ({
  number,
  name: `stand-in ${number}`,
  statements: [],
}))
