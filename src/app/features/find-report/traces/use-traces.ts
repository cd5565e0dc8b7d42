import { useEffect, useState } from 'react'
import type { ReportReadings } from '../../../../domain/access/readings.ts'
import type { DocumentId } from '../../../../domain/ids.ts'
import type { DatedAnswer } from '../../../data/dated-answer.ts'
import { fetchDocumentHistory, type HistoryOutcome } from '../../../data/document-history.ts'
import {
  fetchReportReadings,
  keepReportReadings,
  readKeptReportReadings,
} from '../../../data/own-readings.ts'
import { useServerAnswer, type AskedServer } from '../../../data/react/use-server-answer.ts'

const byServer = {
  fetch: (report: DocumentId) => fetchReportReadings(report),
  keep: keepReportReadings,
  readKept: readKeptReportReadings,
}

/** Who read a report of one's own: as it was known here last at once, then as it is. */
export function useReportReadings(report: DocumentId): AskedServer<DatedAnswer<ReportReadings>, DocumentId> {
  return useServerAnswer(report, byServer)
}

/** What became of a report, from the server, which alone knows of every device; undefined while it is asked. */
export function useHistory(report: DocumentId): HistoryOutcome | undefined {
  const [outcome, setOutcome] = useState<HistoryOutcome>()
  useEffect(() => {
    let isAwaited = true
    void fetchDocumentHistory(report).then((answer) => isAwaited && setOutcome(answer))
    return () => {
      isAwaited = false
    }
  }, [report])
  return outcome
}
