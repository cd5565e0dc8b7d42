import * as z from 'zod/mini'
import { calendarDaySchema } from '../../calendar-day.ts'
import { scopeIdSchema } from '../../ids.ts'
import { kitFactIdSchema, kitItemIdSchema } from './kit-ids.ts'
import {
  clothingSizeSchema,
  equipmentSchema,
  kitPartySchema,
  outfitReasonSchema,
  wearSchema,
} from './kit-words.ts'

export const kitLabelMaxLength = 80
export const serialMaxLength = 60
export const breakdownWordsMaxLength = 200

const said = {
  id: kitFactIdSchema,
  /** When it was written down: ISO 8601 in UTC. */
  at: z.iso.datetime(),
  /** The earlier fact that this one stands for from now on; that one stays, and counts no more. */
  replaces: z.nullable(kitFactIdSchema),
  /** The day of what it says. */
  day: calendarDaySchema,
  /** Whose kit it is: their assignment at the structure. */
  scope: scopeIdSchema,
  party: kitPartySchema,
}
const ofItem = { ...said, item: kitItemIdSchema }

/**
 * What the other one said that a word confirms: once that is corrected, it is confirmed again. Null where the word stands
 * for itself, or comes from a build that named nothing.
 */
const confirms = z._default(z.nullable(kitFactIdSchema), null)

/** What a thing is, as it is handed over. */
export const handedThing = {
  equipment: equipmentSchema,
  label: z.string().check(z.trim(), z.minLength(1), z.maxLength(kitLabelMaxLength)),
  /** Empty where there is none. */
  serial: z.string().check(z.trim(), z.maxLength(serialMaxLength)),
  wear: wearSchema,
  /** What it is handed over instead of, if anything. */
  instead: z.nullable(kitItemIdSchema),
}

/**
 * One fact about clothing or equipment, of one advisor at one structure. Nothing is ever changed: a correction is another
 * fact, of the same kind, that replaces the one before; `withdrawn` takes one back.
 */
export const kitFactSchema = z.discriminatedUnion('kind', [
  /** The size of the person: told apart from what is asked, because fewer may read it. */
  z.object({ ...said, kind: z.literal('size'), size: clothingSizeSchema }),
  /** An outfit is asked of the State. */
  z.object({ ...ofItem, kind: z.literal('outfit-asked'), reason: outfitReasonSchema }),
  z.object({ ...ofItem, kind: z.literal('outfit-shipped') }),
  z.object({ ...ofItem, kind: z.literal('outfit-received') }),
  /** The structure hands a thing over. */
  z.object({ ...ofItem, kind: z.literal('handed'), ...handedThing }),
  /** Who has it says that they do: of the hand-over that they were shown. */
  z.object({ ...ofItem, kind: z.literal('received'), confirms }),
  z.object({
    ...ofItem,
    kind: z.literal('out-of-order'),
    words: z.string().check(z.trim(), z.maxLength(breakdownWordsMaxLength)),
  }),
  z.object({ ...ofItem, kind: z.literal('repaired') }),
  /** It came back: each of the two says so, in any order. The structure says in what state. */
  z.object({ ...ofItem, kind: z.literal('back'), wear: z.nullable(wearSchema), confirms }),
  z.object({ ...said, kind: z.literal('withdrawn') }),
])
export type KitFact = z.infer<typeof kitFactSchema>
export type KitFactOf<K extends KitFact['kind']> = Extract<KitFact, { kind: K }>

/** Those of one kind, among facts. */
export function kitFactsOfKind<K extends KitFact['kind']>(
  facts: readonly KitFact[],
  kind: K,
): KitFactOf<K>[] {
  return facts.filter((fact): fact is KitFactOf<K> => fact.kind === kind)
}
