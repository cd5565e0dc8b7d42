import { Link } from 'wouter'
import type { DocumentId } from '../../../../domain/ids.ts'
import { formAddress } from '../../../addresses.ts'
import { rememberError } from '../../../data/last-errors.ts'
import { useDatabase } from '../../../data/react/database-context.ts'
import { settleByCorrection, settleOnceCorrected, type LocalMessage } from '../../../data/report-messages.ts'
import { ButtonLink } from '../../../ui/ButtonLink.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Row } from '../../../ui/Row.tsx'
import { AnswerForm } from './AnswerForm.tsx'

export interface AnswerQuestionsProps {
  report: DocumentId
  /** Those that wait. */
  open: readonly LocalMessage[]
  /** The report is on this device, to be corrected. */
  canCorrect: boolean
}

/** To answer what is asked about a report, or to settle it by a correction. */
export function AnswerQuestions({ report, open, canCorrect }: AnswerQuestionsProps) {
  if (open.length === 0) return null
  return (
    <>
      {/* Another question begins another answer. */}
      <AnswerForm key={open.map(({ id }) => id).join()} questions={open} />
      {canCorrect && <Correct report={report} questions={open} />}
    </>
  )
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
