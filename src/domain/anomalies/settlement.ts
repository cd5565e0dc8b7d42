import * as z from 'zod/mini'
import { personIdSchema } from '../ids.ts'

/** French, in place of a correction: why what was found is right. */
export const settlementSentenceMost = 500

export const settlementSentenceSchema = z
  .string({ error: 'Écrivez une phrase.' })
  .check(
    z.trim(),
    z.minLength(3, { error: 'Écrivez une phrase.' }),
    z.maxLength(settlementSentenceMost, { error: 'La phrase compte 500 caractères au plus.' }),
  )

/** One person's word on one finding: kept for ever, withdrawn or not. */
export const settlementSchema = z.object({
  id: z.uuid(),
  /** Key of the finding. */
  key: z.string(),
  sentence: z.string(),
  by: personIdSchema,
  byName: z.string(),
  at: z.iso.datetime(),
  withdrawn: z.nullable(z.object({ byName: z.string(), at: z.iso.datetime() })),
})
export type Settlement = z.infer<typeof settlementSchema>

/**
 * The settlement that counts for each finding: of those that weren't withdrawn, the first. Another one that was written
 * at the same time is kept beside it, and counts once the first is withdrawn.
 */
export function settlementsThatCount(settlements: readonly Settlement[]): ReadonlyMap<string, Settlement> {
  const counting = new Map<string, Settlement>()
  for (const settlement of settlements) {
    const known = counting.get(settlement.key)
    if (settlement.withdrawn === null && (!known || isBefore(settlement, known))) {
      counting.set(settlement.key, settlement)
    }
  }
  return counting
}

function isBefore(a: Settlement, b: Settlement): boolean {
  return a.at === b.at ? a.id < b.id : a.at < b.at
}
