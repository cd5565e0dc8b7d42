import * as z from 'zod/mini'
import { breakdownWordsMaxLength } from '../commitments/kit/kit-fact.ts'
import { kitFactIdSchema, kitItemIdSchema } from '../commitments/kit/kit-ids.ts'
import { clothingSizeSchema } from '../commitments/kit/kit-words.ts'
import { confirmedOn } from './confirmed-on.ts'

const ofKit = { about: z.literal('kit'), ...confirmedOn }
const ofItem = { ...ofKit, item: kitItemIdSchema }
/** The structure's word that is confirmed, as it was shown. */
const ofWord = { ...ofItem, confirms: z.optional(kitFactIdSchema) }

/** What an advisor says of their own clothing and equipment (decision 017). */
export const kitConfirmationSchema = z.discriminatedUnion('kind', [
  z.looseObject({ ...ofKit, kind: z.literal('size'), size: clothingSizeSchema }),
  z.looseObject({ ...ofItem, kind: z.literal('outfit-received') }),
  z.looseObject({ ...ofWord, kind: z.literal('received') }),
  z.looseObject({
    ...ofItem,
    kind: z.literal('out-of-order'),
    words: z
      .string()
      .check(
        z.trim(),
        z.maxLength(breakdownWordsMaxLength, { error: 'Ce texte compte 200 caractères au plus.' }),
      ),
  }),
  z.looseObject({ ...ofWord, kind: z.literal('back') }),
])
export type KitConfirmation = z.infer<typeof kitConfirmationSchema>

export const kitConfirmationLabels: Readonly<Record<KitConfirmation['kind'], string>> = {
  size: 'Taille indiquée',
  'outfit-received': 'Tenue reçue',
  received: 'Matériel reçu',
  'out-of-order': 'Matériel en panne',
  back: 'Matériel rendu',
}
