import type { StructureId } from '../../../../domain/ids.ts'
import { useServerAnswer } from '../../../data/react/use-server-answer.ts'
import {
  fetchStructureAbsences,
  keepStructureAbsences,
  readKeptAbsences,
} from '../../../data/structure-absences.ts'

const byServer = { fetch: fetchStructureAbsences, keep: keepStructureAbsences, readKept: readKeptAbsences }

/** A structure's absences. */
export function useStructureAbsences(structureId: StructureId) {
  return useServerAnswer(structureId, byServer)
}
