import * as z from 'zod/mini'
import { inseeCodeSchema } from '../territory/commune.ts'

export const placeNameMaxLength = 120

/**
 * A place of activity (lieu d'activité): where an advisor works regularly. Given by provisioning or added by the
 * advisor; a document of the advisor's scope like any other.
 */
export const placeSchema = z.looseObject({
  name: z
    .string()
    .check(
      z.trim(),
      z.minLength(1, { error: 'Donnez un nom au lieu.' }),
      z.maxLength(placeNameMaxLength, { error: 'Le nom du lieu compte 120 caractères au plus.' }),
    ),
  commune: inseeCodeSchema,
})
export type Place = z.infer<typeof placeSchema>
