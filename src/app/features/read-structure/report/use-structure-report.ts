import { useEffect, useMemo } from 'react'
import type { DocumentId, StructureId } from '../../../../domain/ids.ts'
import { rememberError } from '../../../data/last-errors.ts'
import { useDatabase } from '../../../data/react/database-context.ts'
import { useServerAnswer, type AskedServer } from '../../../data/react/use-server-answer.ts'
import { refreshSession } from '../../../data/session.ts'
import {
  fetchStructureReport,
  keepStructureReport,
  readKeptStructureReport,
  type ReportAnswer,
  type ReportQuestion,
} from '../../../data/structure-report.ts'
import { forgetStructures } from '../../../data/structure-views.ts'

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
  const db = useDatabase()
  const question = useMemo(() => ({ structureId, report }), [structureId, report])
  const asked = useServerAnswer(question, byServer)
  const isRefused = asked.phase === 'forbidden'
  useEffect(() => {
    // Whoever was removed reads nothing more, what was kept here included.
    if (!isRefused) return
    forgetStructures(db, (id) => id === structureId)
      .then(() => refreshSession())
      .catch(rememberError)
  }, [db, isRefused, structureId])
  return asked
}
