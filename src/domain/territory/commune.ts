import * as z from 'zod/mini'
import type { DepartmentCode } from './departments.ts'

/** INSEE code of a commune: five characters, Corsica's departments written 2A and 2B. */
export const inseeCodeSchema = z
  .string({ error: 'Choisissez une commune.' })
  .check(z.regex(/^(\d{2}|2[AB])\d{3}$/, { error: 'Choisissez une commune.' }))
  .brand<'InseeCode'>()
export type InseeCode = z.infer<typeof inseeCodeSchema>

/** A commune as it stands today, or an arrondissement of Paris, Lyon or Marseille, which is found beside its commune. */
export interface Commune {
  readonly code: InseeCode
  readonly name: string
  /** Those of La Poste, usually one; none where nobody lives. */
  readonly postalCodes: readonly string[]
  /** Inhabitants; the browser's index rounds them (`roundedPopulation`): they put the likeliest commune first. */
  readonly population: number
  readonly department: DepartmentCode
}
