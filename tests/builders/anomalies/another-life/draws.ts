import type { Random } from '../../../../src/server/demonstration/seeded-random.ts'

/** How many of something rare happened, when `mean` happen on average (Knuth's product of uniforms). */
export function poisson(random: Random, mean: number): number {
  const limit = Math.exp(-mean)
  let count = 0
  for (let product = random(); product > limit; product *= random()) count += 1
  return count
}

/** A factor around 1, as often a half as a double: what makes two people or two weeks differ. */
export function factor(random: Random, spread: number): number {
  return Math.exp(spread * normal(random))
}

function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
}
