import * as z from 'zod/mini'
import { departmentOf } from '../territory/departments.ts'
import type { TerritoryName } from '../needs/territory-key.ts'
import { countSchema } from './figures-on-the-wire.ts'

export const territoryKindSchema = z.enum(['commune', 'epci', 'departement', 'region', 'france'])

const namedTerritory = {
  kind: territoryKindSchema,
  /** Empty for the nation. */
  code: z.string(),
  name: z.string(),
}

const territorySchema = z.object({
  ...namedTerritory,
  /** Inhabitants; null for a code of the past. */
  population: z.nullable(countSchema),
})
export type NeedsTerritory = z.infer<typeof territorySchema>

/** Null where it is hidden (domain.md, "Small counts"). */
const shown = z.nullable(countSchema)

const toldSchema = z.object({
  accompaniments: shown,
  /** Those that are shown, by value. */
  values: z.record(z.string(), countSchema),
})
export type ToldNeeds = z.infer<typeof toldSchema>

const rowSchema = z.object({
  ...territorySchema.shape,
  accompaniments: shown,
  /** Of the year before; left out where that has no edition. */
  before: z.optional(shown),
})
export type NeedsRow = z.infer<typeof rowSchema>

/** What a territory needs, in an edition that doesn't change. */
export const stateNeedsSchema = z.object({
  /** The years that are told, the last one first. */
  years: z.array(z.int()),
  territory: territorySchema,
  /** The territories that it lies in, the largest first, as far as they may be read. */
  above: z.array(z.object(namedTerritory)),
  /** Null as long as no year is told. */
  edition: z.nullable(
    z.object({
      year: z.int(),
      madeAt: z.iso.datetime(),
      now: toldSchema,
      /** Null where the year before isn't told. */
      before: z.nullable(toldSchema),
      /** The territories in it, those of nothing too. */
      within: z.array(rowSchema),
    }),
  ),
})
export type StateNeeds = z.infer<typeof stateNeedsSchema>

/** Territories that a text may mean, the likeliest first. */
export const foundTerritoriesSchema = z.object({
  territories: z.array(z.object({ ...territorySchema.shape, detail: z.string() })),
})
export type FoundTerritory = z.infer<typeof foundTerritoriesSchema>['territories'][number]

/**
 * Whether a territory may be read by somebody whose remit is a department, or the nation where that is null. An EPCI
 * that reaches over the department's bounds is not of it.
 *
 * @param departments those that the territory lies in
 */
export function isInRemit(
  remit: string | null,
  { kind, code }: TerritoryName,
  departments: readonly string[],
): boolean {
  if (remit === null) return true
  switch (kind) {
    case 'france':
    case 'region':
      return false
    case 'departement':
      return code === remit
    case 'commune':
      return departmentOf(code) === remit
    case 'epci':
      return departments.length > 0 && departments.every((one) => one === remit)
  }
}
