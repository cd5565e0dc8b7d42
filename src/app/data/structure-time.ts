import { structureTimeSchema } from '../../domain/access/structure-time.ts'
import { keptStructureView } from './kept-structure-view.ts'

/** Where the time of a structure's advisors goes, as the server counts it now. */
export const {
  fetch: fetchStructureTime,
  keep: keepStructureTime,
  readKept: readKeptStructureTime,
} = keptStructureView({ view: 'time', query: 'weeks', schema: structureTimeSchema })
