import * as z from 'zod/mini'

/** INSEE code of a commune: five characters, Corsica's departments written 2A and 2B. */
export const inseeCodeSchema = z
  .string({ error: 'Choisissez une commune.' })
  .check(z.regex(/^(\d{2}|2[AB])\d{3}$/, { error: 'Choisissez une commune.' }))
  .brand<'InseeCode'>()
export type InseeCode = z.infer<typeof inseeCodeSchema>
