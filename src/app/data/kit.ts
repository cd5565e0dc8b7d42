import {
  ownKitSchema,
  structureKitSchema,
  structureSizesSchema,
  type StructureKit,
} from '../../domain/access/kit-on-the-wire.ts'
import type { StructureSaysKit } from '../../domain/commitments/kit/said-kit-fact.ts'
import type { KitFact } from '../../domain/commitments/kit/kit-fact.ts'
import type { StructureId } from '../../domain/ids.ts'
import { fetchCounted, type CountedOutcome } from './counted-elsewhere.ts'
import { browserFetch, type Fetch } from './http-client.ts'
import { keptOwnView } from './kept-own-view.ts'
import { sayToServer, type SaidOutcome } from './say-to-server.ts'

/* Clothing and equipment, from the server: one's own is kept for reading without network. */

/** A structure's kit, with the sizes for who orders. */
export type KitWithSizes = StructureKit & {
  /** None where whoever asks doesn't order. */
  readonly sizes: readonly KitFact[] | undefined
}

export interface KitQuestion {
  readonly structure: StructureId
  readonly orders: boolean
}

export async function fetchStructureKit(
  { structure, orders }: KitQuestion,
  fetch: Fetch = browserFetch,
): Promise<CountedOutcome<KitWithSizes>> {
  const path = `/api/structures/${structure}/kit`
  const kit = await fetchCounted(fetch, path, structureKitSchema)
  if (!kit.ok || !orders) return kit.ok ? { ok: true, figures: { ...kit.figures, sizes: undefined } } : kit
  const sizes = await fetchCounted(fetch, `${path}/sizes`, structureSizesSchema)
  return sizes.ok
    ? { ok: true, figures: { ...kit.figures, sizes: sizes.figures.said.map(({ fact }) => fact) } }
    : sizes
}

export async function sayKitForStructure(
  structure: StructureId,
  said: StructureSaysKit,
  fetch: Fetch = browserFetch,
): Promise<SaidOutcome> {
  return sayToServer(fetch, `/api/structures/${structure}/kit/facts`, said)
}

/** One's own clothing and equipment, from the server now. */
export const {
  fetch: fetchOwnKit,
  keep: keepOwnKit,
  readKept: readKeptOwnKit,
} = keptOwnView('own-kit', ownKitSchema)
