import type { CalendarDay } from '../../../../../domain/calendar-day.ts'
import {
  trainingFactIdSchema,
  type TrainingBodyId,
} from '../../../../../domain/commitments/training/training-ids.ts'
import type { TrainingPath } from '../../../../../domain/commitments/training/training-paths.ts'
import type { ScopeId } from '../../../../../domain/ids.ts'
import { sayTrainingForBody } from '../../../../data/training.ts'
import { useSaying } from '../../use-saying.ts'
import type { Session } from '../training-sentences.ts'
import { AttendanceForm } from './AttendanceForm.tsx'
import { ToldForm } from './ToldForm.tsx'
import type { SayOfTrainee, ToldOpened } from './told-values.ts'

/** What a body is about to say of a trainee. */
export type OpenedForm = ToldOpened | { readonly kind: 'attended'; readonly session: Session }

export interface BodyDialogProps {
  opened: OpenedForm
  body: TrainingBodyId
  scope: ScopeId
  path: TrainingPath
  today: CalendarDay
  onDone: (words: string) => void
  onClose: () => void
}

/** The form of what is said: who was there has its own. */
export function BodyDialog({ opened, body, scope, path, today, onDone, onClose }: BodyDialogProps) {
  const saying = useSaying(() => onDone('C’est noté.'))
  const say: SayOfTrainee = (says) =>
    void saying.say(says, (id) =>
      sayTrainingForBody(body, { scope, says: { ...says, id: trainingFactIdSchema.parse(id) } }),
    )
  return opened.kind === 'attended' ? (
    <AttendanceForm {...{ saying, say, onClose }} session={opened.session} />
  ) : (
    <ToldForm {...{ opened, path, today, saying, say, onClose }} />
  )
}
