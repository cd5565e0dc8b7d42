import type { DocumentId } from '../../../../domain/ids.ts'
import { openQuestions } from '../../../../domain/report-message/thread.ts'
import { useReportMessages } from '../../../data/react/use-report-messages.ts'
import { ButtonLink } from '../../../ui/ButtonLink.tsx'
import { Notice } from '../../../ui/Notice.tsx'

/** Above the report, since it waits for the person: that something is asked about it, and where. */
export function QuestionNotice({ report }: { report: DocumentId }) {
  const messages = useReportMessages(report)
  const isAsked = messages !== undefined && openQuestions(messages).length > 0
  if (!isAsked) return null
  return (
    <Notice
      announce="never"
      title="Votre structure attend une réponse."
      actions={<ButtonLink href="#questions">Lire la question</ButtonLink>}
    >
      Répondez en bas de ce compte rendu, ou corrigez-le.
    </Notice>
  )
}
