import { Link } from 'wouter'
import type { DocumentId } from '../../../../domain/ids.ts'
import { openQuestions } from '../../../../domain/report-message/thread.ts'
import { formAddress } from '../../../addresses.ts'
import { rememberError } from '../../../data/last-errors.ts'
import { useDatabase } from '../../../data/react/database-context.ts'
import { useReportMessages } from '../../../data/react/use-report-messages.ts'
import { settleByCorrection, settleOnceCorrected, type LocalMessage } from '../../../data/report-messages.ts'
import { ButtonLink } from '../../../ui/ButtonLink.tsx'
import { Button } from '../../../ui/Button.tsx'
import { formatInstant } from '../../../ui/format/instant.ts'
import { MessageThread } from '../../../ui/MessageThread.tsx'
import { Row } from '../../../ui/Row.tsx'
import { Stack } from '../../../ui/Stack.tsx'
import { StateMark } from '../../../ui/StateMark.tsx'
import { AnswerForm } from './AnswerForm.tsx'

export interface ReportQuestionsProps {
  report: DocumentId
  /** The report is on this device, to be corrected. */
  canCorrect: boolean
}

/** What the structure asks about a report and what was answered; to answer here, or to settle by a correction. */
export function ReportQuestions({ report, canCorrect }: ReportQuestionsProps) {
  const messages = useReportMessages(report)
  if (!messages || messages.length === 0) return null
  const open = openQuestions(messages)
  return (
    <section aria-labelledby="questions" data-print="hide">
      <Stack>
        <h2 id="questions">Questions de votre structure</h2>
        <MessageThread label="Questions et réponses" items={messages.map(itemOf)} />
        {open.length > 0 && (
          <>
            {/* Another question begins another answer. */}
            <AnswerForm key={open.map(({ id }) => id).join()} questions={open} />
            {canCorrect && <Correct report={report} questions={open} />}
          </>
        )}
      </Stack>
    </section>
  )
}

function itemOf({ id, kind, fromName, text, at, mark }: LocalMessage) {
  const isOwn = fromName === undefined
  return {
    id,
    who: isOwn ? 'Vous' : fromName || 'Votre structure',
    when: formatInstant(Date.parse(at)),
    text: kind === 'correction' ? 'Compte rendu corrigé.' : text,
    isOwn,
    state: isOwn && <StateMark state={mark} />,
  }
}

interface CorrectProps {
  report: DocumentId
  questions: readonly LocalMessage[]
}

/** By the form, which settles it once saved; or because it was corrected already. */
function Correct({ report, questions }: CorrectProps) {
  const db = useDatabase()
  const [first] = questions
  return (
    <Row>
      <Link
        href={formAddress(report)}
        asChild
        onClick={() => first && void settleOnceCorrected(db, first).catch(rememberError)}
      >
        <ButtonLink icon="pencil">Corriger le compte rendu</ButtonLink>
      </Link>
      <Button
        variant="quiet"
        icon="check"
        onClick={() => void settleByCorrection(db, questions).catch(rememberError)}
      >
        C’est déjà corrigé
      </Button>
    </Row>
  )
}
