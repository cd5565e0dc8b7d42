import { useState, type FormEvent } from 'react'
import {
  absenceReasonLabels,
  absenceReasonSchema,
  presenceLabels,
  presenceSchema,
  type AbsenceReason,
  type Presence,
} from '../../../../../domain/commitments/training/training-words.ts'
import { Checkbox } from '../../../../ui/Checkbox.tsx'
import { ChipRadioGroup } from '../../../../ui/ChipRadioGroup.tsx'
import { SelectField } from '../../../../ui/SelectField.tsx'
import { SayDialog } from '../../SayDialog.tsx'
import { focusFirstWrong, type Saying } from '../../use-saying.ts'
import { sessionDetail, sessionTitle, type Session } from '../training-sentences.ts'
import type { SayOfTrainee } from './told-values.ts'

export interface AttendanceFormProps {
  session: Session
  saying: Saying
  say: SayOfTrainee
  onClose: () => void
}

/** Whether somebody was there; an absence has one of the accepted reasons, or none. */
export function AttendanceForm({ session, saying, say, onClose }: AttendanceFormProps) {
  const { attended, planned } = session
  const [presence, setPresence] = useState<Presence | null>(attended?.presence ?? 'present')
  const [reason, setReason] = useState<AbsenceReason | null>(attended?.reason ?? null)
  const [afterSeal, setAfterSeal] = useState(false)
  const [error, setError] = useState<string>()
  const isSealed = saying.refused?.problem?.code === 'training-month-sealed'
  const submit = (event: FormEvent<HTMLFormElement>) => {
    const isMissing = presence === 'excused' && reason === null
    setError(isMissing ? 'Choisissez le motif.' : undefined)
    if (isMissing || presence === null) return focusFirstWrong(event)
    say({
      kind: 'attended',
      replaces: attended?.id ?? null,
      day: planned.day,
      session: session.session,
      presence,
      reason: presence === 'excused' ? reason : null,
      afterSeal,
    })
  }
  return (
    <SayDialog title="Présence" action="Noter" {...{ saying, onClose }} onSubmit={submit}>
      <p>
        {sessionTitle(session)}, {sessionDetail(session)}
      </p>
      <ChipRadioGroup
        label="Ce qui s’est passé"
        options={presenceSchema.options.map((value) => ({ value, label: presenceLabels[value] }))}
        value={presence}
        onChange={setPresence}
      />
      {presence === 'excused' && (
        <SelectField
          label="Motif accepté"
          hint="La structure lit que l’absence est justifiée, et pas pourquoi."
          placeholder="Choisir"
          options={absenceReasonSchema.options.map((value) => ({ value, label: absenceReasonLabels[value] }))}
          value={reason ?? ''}
          onChange={({ target }) => setReason(absenceReasonSchema.safeParse(target.value).data ?? null)}
          error={error}
        />
      )}
      {isSealed && (
        <Checkbox
          label="Cette correction est juste, et la structure la verra"
          checked={afterSeal}
          onChange={({ target }) => setAfterSeal(target.checked)}
        />
      )}
    </SayDialog>
  )
}
