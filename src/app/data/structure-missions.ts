import { structureMissionsSchema } from '../../domain/access/structure-missions.ts'
import { keptStructureView } from './kept-structure-view.ts'

/** Coverage of the three missions by a structure's advisors, as the server counts it now. */
export const {
  fetch: fetchStructureMissions,
  keep: keepStructureMissions,
  readKept: readKeptStructureMissions,
} = keptStructureView({ view: 'missions', query: 'quarters', schema: structureMissionsSchema })
