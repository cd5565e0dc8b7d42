import { reasonEntry, reasonsOf, type ReminderReason } from '../../../domain/reminders/reminder-reasons.ts'
import type { ReminderReader } from '../../../domain/reminders/reminder-readers.ts'
import { Button } from '../../ui/Button.tsx'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'

export interface ReasonButtonsProps {
  reader: ReminderReader
  /** About whom, or where: several cards have the same buttons. */
  about: string
  onAnswer: (reason: ReminderReason) => void
}

/** What a reader may answer, one tap each. */
export function ReasonButtons({ reader, about, onAnswer }: ReasonButtonsProps) {
  return reasonsOf(reader).map((reason) => (
    <Button key={reason} onClick={() => onAnswer(reason)}>
      <span>
        {reasonEntry(reason).label}
        <VisuallyHidden> : {about}</VisuallyHidden>
      </span>
    </Button>
  ))
}
