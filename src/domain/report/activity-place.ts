import * as z from 'zod/mini'
import { documentIdSchema } from '../ids.ts'
import { inseeCodeSchema } from '../territory/commune.ts'

const communeSchema = inseeCodeSchema

/** Where an activity took place. Only what its kind can know is there to be read (domain.md, "Fields"). */
export const activityPlaceSchema = z.discriminatedUnion(
  'kind',
  [
    z.looseObject({ kind: z.literal('lieu_activite'), lieuId: documentIdSchema }),
    z.looseObject({ kind: z.literal('domicile'), commune: communeSchema }),
    z.looseObject({ kind: z.literal('autre'), commune: communeSchema }),
    z.looseObject({ kind: z.literal('a_distance') }),
  ],
  { error: 'Indiquez où l’activité a eu lieu.' },
)
export type ActivityPlace = z.infer<typeof activityPlaceSchema>
