import { structureMissionsSchema, type StructureMissions } from '../../domain/access/structure-missions.ts'
import type { StructureId } from '../../domain/ids.ts'
import { fetchCounted, type CountedOutcome } from './counted-elsewhere.ts'
import { browserFetch, type Fetch } from './http-client.ts'
import { keptViews } from './kept-answer.ts'
import { structureViewKey } from './structure-views.ts'

/** Coverage of the three missions by a structure's advisors, as the server counts it now. */
export function fetchStructureMissions(
  id: StructureId,
  fetch: Fetch = browserFetch,
): Promise<CountedOutcome<StructureMissions>> {
  return fetchCounted(fetch, `/api/structures/${id}/missions`, structureMissionsSchema)
}

export const { keep: keepStructureMissions, readKept: readKeptStructureMissions } = keptViews<
  StructureId,
  StructureMissions
>({
  key: (id) => structureViewKey('missions', id),
  query: () => 'quarters',
  schema: structureMissionsSchema,
})
