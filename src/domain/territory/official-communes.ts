import * as z from 'zod/mini'
import { inseeCodeSchema, type Commune } from './commune.ts'
import { departmentOf } from './departments.ts'

/**
 * A commune as `@etalab/decoupage-administratif` gives it (data of INSEE and La Poste, Licence Ouverte), the fields
 * that we use. A territory without inhabitants has neither postal code nor population.
 */
const officialCommuneSchema = z.object({
  code: inseeCodeSchema,
  nom: z.string().check(z.minLength(1)),
  type: z.string(),
  codesPostaux: z.optional(z.array(z.string().check(z.regex(/^\d{5}$/)))),
  population: z.optional(z.int().check(z.nonnegative())),
})

/** Delegated and associated communes are parts of a commune that is there in full: nobody lives in two. */
const keptTypes = new Set(['commune-actuelle', 'arrondissement-municipal'])

/** Communes of the official file, with exact populations. Throws when the file isn't what we know. */
export function parseOfficialCommunes(file: unknown): Commune[] {
  return z
    .array(officialCommuneSchema)
    .parse(file)
    .filter(({ type }) => keptTypes.has(type))
    .map(({ code, nom, codesPostaux = [], population = 0 }) => {
      const department = departmentOf(code)
      if (!department) throw new RangeError(`No department for the commune ${code}`)
      return { code, name: nom, postalCodes: codesPostaux, population, department }
    })
}
