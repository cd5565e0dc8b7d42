import { useMemo } from 'react'
import type { DocumentId, StructureId } from '../../../../domain/ids.ts'
import { useForgetForbidden } from '../../../data/react/use-forget-forbidden.ts'
import { useServerAnswer, type AskedServer } from '../../../data/react/use-server-answer.ts'
import {
  fetchStructureReport,
  keepStructureReport,
  readKeptStructureReport,
  type ReportAnswer,
  type ReportQuestion,
} from '../../../data/structure-report.ts'

const byServer = {
  fetch: (question: ReportQuestion) => fetchStructureReport(question),
  keep: keepStructureReport,
  readKept: readKeptStructureReport,
}

/** One report of a structure with what became of it: as it was read here last at once, then as it is. */
export function useStructureReport(
  structureId: StructureId,
  report: DocumentId,
): AskedServer<ReportAnswer, ReportQuestion> {
  const question = useMemo(() => ({ structureId, report }), [structureId, report])
  const asked = useServerAnswer(question, byServer)
  useForgetForbidden(structureId, asked.phase === 'forbidden')
  return asked
}
