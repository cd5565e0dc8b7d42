import type { DemonstrationAdvisor } from './demonstration-advisor.ts'
import * as shares from './report-shares.ts'
import { happens, oneOf, weighted, weightedItem, type Random } from './seeded-random.ts'
import type { Status } from '../../domain/report/nomenclature.ts'

/** Somebody who stays anonymous, of whom the advisor noted a part only. What is noted agrees with itself. */
export function generateBeneficiary(random: Random, advisor: DemonstrationAdvisor) {
  const { knownShares, yesShares } = shares
  const ageRange = weighted(random, shares.ageRangeWeights)
  const all = {
    alreadyAccompanied: happens(random, yesShares.alreadyAccompanied),
    commune: communeOf(random, advisor),
    gender: weighted(random, shares.genderWeights),
    ageRange,
    // Object.entries forgets the literal keys of the table.
    status: weightedItem(random, Object.entries(shares.statusWeightsByAge[ageRange]) as [Status, number][]),
  }
  const kept = Object.entries(all).filter(([field]) =>
    // Object.entries forgets the keys too.
    happens(random, knownShares[field as keyof typeof all]),
  )
  return { kind: 'anonyme' as const, ...Object.fromEntries(kept) }
}

/** Half of the people live in the first commune of the advisor. */
function communeOf(random: Random, { communes }: DemonstrationAdvisor): string {
  return happens(random, 0.5) ? communes[0] : oneOf(random, communes)
}
