import { useState } from 'react'
import type { DocumentId } from '../../../../domain/ids.ts'
import { openQuestions } from '../../../../domain/report-message/thread.ts'
import { useReportMessages } from '../../../data/react/use-report-messages.ts'
import { Disclosure } from '../../../ui/Disclosure.tsx'
import { Stack } from '../../../ui/Stack.tsx'
import { AnswerQuestions } from '../questions/AnswerQuestions.tsx'
import { ReadBy } from './ReadBy.tsx'
import { TracesColumn } from './TracesColumn.tsx'
import { useReportReadings } from './use-traces.ts'

export interface ReportTracesProps {
  report: DocumentId
  /** The report is on this device, to be corrected. */
  canCorrect: boolean
}

/**
 * What was asked of a report and answered, what became of it and who read it: open where somebody said something, to be
 * answered or settled by a correction; unfolded on purpose where nobody did.
 */
export function ReportTraces({ report, canCorrect }: ReportTracesProps) {
  const messages = useReportMessages(report)
  const [isUnfolded, setUnfolded] = useState(false)
  const { answer, phase } = useReportReadings(report)
  if (!messages) return null
  const column = <TracesColumn {...{ report, messages }} readings={answer?.said.readings ?? []} />
  if (messages.length === 0)
    return (
      canCorrect && (
        <div data-print="hide">
          <ReadBy answer={answer} phase={phase} />
          <Disclosure summary="Historique" detail="et lectures" open={isUnfolded} onToggle={setUnfolded}>
            {isUnfolded && column}
          </Disclosure>
        </div>
      )
    )
  return (
    <section aria-labelledby="questions" data-print="hide">
      <Stack>
        <h2 id="questions">Suivi</h2>
        <ReadBy answer={answer} phase={phase} />
        {column}
        <AnswerQuestions report={report} open={openQuestions(messages)} canCorrect={canCorrect} />
      </Stack>
    </section>
  )
}
