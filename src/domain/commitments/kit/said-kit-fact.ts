import * as z from 'zod/mini'
import { calendarDaySchema } from '../../calendar-day.ts'
import { scopeIdSchema } from '../../ids.ts'
import { breakdownWordsMaxLength, handedThing } from './kit-fact.ts'
import { kitFactIdSchema, kitItemIdSchema } from './kit-ids.ts'
import { clothingSizeSchema, outfitReasonSchema, wearSchema } from './kit-words.ts'

/** The id is made by whoever says it: the same said twice, after an answer that was lost, is said once. */
const said = { id: kitFactIdSchema, replaces: z.nullable(kitFactIdSchema), day: calendarDaySchema }
const ofItem = { ...said, item: kitItemIdSchema }
const breakdown = z.object({
  ...ofItem,
  kind: z.literal('out-of-order'),
  words: z.string().check(z.trim(), z.maxLength(breakdownWordsMaxLength)),
})
const withdrawn = z.object({
  id: kitFactIdSchema,
  kind: z.literal('withdrawn'),
  replaces: kitFactIdSchema,
})

/** What a structure says of the kit of one of its advisors. */
export const structureSaysKitSchema = z.object({
  scope: scopeIdSchema,
  says: z.discriminatedUnion('kind', [
    /** With the size to order, which becomes the person's where none or another was known. */
    z.object({
      ...ofItem,
      kind: z.literal('outfit-asked'),
      reason: outfitReasonSchema,
      size: clothingSizeSchema,
    }),
    z.object({ ...ofItem, kind: z.literal('outfit-shipped') }),
    z.object({ ...ofItem, kind: z.literal('outfit-received') }),
    z.object({ ...ofItem, kind: z.literal('handed'), ...handedThing }),
    breakdown,
    z.object({ ...ofItem, kind: z.literal('repaired') }),
    z.object({ ...ofItem, kind: z.literal('back'), wear: wearSchema }),
    withdrawn,
  ]),
})
export type StructureSaysKit = z.infer<typeof structureSaysKitSchema>
