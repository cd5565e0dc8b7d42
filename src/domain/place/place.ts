import * as z from 'zod/mini'
import { inseeCodeSchema } from '../territory/commune.ts'

export const placeNameMaxLength = 120
export const placeAddressMaxLength = 200

/**
 * A place of activity (lieu d'activité): where an advisor works regularly. Given by provisioning or added by the
 * advisor; a document of the advisor's scope like any other. What is optional is of the national schema of places of
 * digital mediation (docs/files.md).
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
  address: z.optional(
    z
      .string()
      .check(
        z.trim(),
        z.minLength(1),
        z.maxLength(placeAddressMaxLength, { error: 'L’adresse compte 200 caractères au plus.' }),
      ),
  ),
  postalCode: z.optional(
    z.string().check(z.regex(/^\d{5}$/, { error: 'Un code postal compte cinq chiffres.' })),
  ),
  /** Comes to people: a bus, a van, a permanence that moves. */
  itinerant: z.optional(z.boolean()),
  /** The schema's id of the place, by which it is known in the national directory. */
  officialId: z.optional(z.string().check(z.minLength(1), z.maxLength(200))),
  /** The schema's code of what kind of place it is (`BIB`, `CCAS`…), as it was given. */
  typology: z.optional(z.string().check(z.minLength(1), z.maxLength(100))),
  latitude: z.optional(z.number().check(z.minimum(-90), z.maximum(90))),
  longitude: z.optional(z.number().check(z.minimum(-180), z.maximum(180))),
  /** Taken off the lists, and never deleted: reports go on saying that they took place there. */
  retired: z.optional(z.boolean()),
  /** Ids of what it was before it got this name or moved to this commune: reports keep naming those. */
  replaces: z.optional(z.array(z.string())),
})
export type Place = z.infer<typeof placeSchema>
