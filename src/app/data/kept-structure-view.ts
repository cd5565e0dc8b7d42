import type * as z from 'zod/mini'
import type { StructureId } from '../../domain/ids.ts'
import { fetchCounted, type CountedOutcome } from './counted-elsewhere.ts'
import { browserFetch, type Fetch } from './http-client.ts'
import { keptViews } from './kept-answer.ts'
import { structureViewKey, type StructureView } from './structure-views.ts'

/** A view that has one answer for each structure: at the address of its name, and kept under that name. */
export interface ViewOfStructure<A> {
  readonly view: StructureView
  /** As which question devices keep it: another word here, and what they have kept is found no more. */
  readonly query?: string
  readonly schema: z.ZodMiniType<A>
}

/** Reads a view of a structure as the server has it now, and keeps the last one for reading without network. */
export function keptStructureView<A>({ view, query = '', schema }: ViewOfStructure<A>) {
  return {
    fetch: (id: StructureId, fetch: Fetch = browserFetch): Promise<CountedOutcome<A>> =>
      fetchCounted(fetch, structureViewPath(view, id), schema),
    ...keptViews<StructureId, A>({ key: (id) => structureViewKey(view, id), query: () => query, schema }),
  }
}

/** Where the server tells it, and below which it takes what is said to it. */
export function structureViewPath(view: StructureView, id: StructureId): string {
  return `/api/structures/${id}/${view}`
}
