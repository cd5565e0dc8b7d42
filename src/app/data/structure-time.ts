import { structureTimeSchema, type StructureTime } from '../../domain/access/structure-time.ts'
import type { StructureId } from '../../domain/ids.ts'
import { fetchCounted, type CountedOutcome } from './counted-elsewhere.ts'
import { browserFetch, type Fetch } from './http-client.ts'
import { keptViews } from './kept-answer.ts'
import { structureViewKey } from './structure-views.ts'

/** Where the time of a structure's advisors goes, as the server counts it now. */
export function fetchStructureTime(
  id: StructureId,
  fetch: Fetch = browserFetch,
): Promise<CountedOutcome<StructureTime>> {
  return fetchCounted(fetch, `/api/structures/${id}/time`, structureTimeSchema)
}

export const { keep: keepStructureTime, readKept: readKeptStructureTime } = keptViews<
  StructureId,
  StructureTime
>({
  key: (id) => structureViewKey('time', id),
  query: () => 'weeks',
  schema: structureTimeSchema,
})
