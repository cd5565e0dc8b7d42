import { useState, type ReactNode } from 'react'
import { absenceKindLabels, type AbsenceDays, type SaidAbsence } from '../../../domain/absence/absence.ts'
import { daysAway } from '../../../domain/absence/absent-on.ts'
import { overlap } from '../../../domain/absence/stored-absence.ts'
import { weekdayNames } from '../../../domain/absence/weekday-names.ts'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { ChipCheckboxGroup } from '../../ui/ChipCheckboxGroup.tsx'
import { ChipRadioGroup } from '../../ui/ChipRadioGroup.tsx'
import { DateField } from '../../ui/DateField.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { absenceKinds, judgeAbsence, type TypedAbsence, type TypedField } from './absence-form.ts'
import { workingDaysInWords } from './absence-words.ts'

export interface AbsenceDialogProps {
  title: string
  /** What the button says. */
  action: string
  initial: TypedAbsence
  /** Asked before the rest: whose absence, or at which structure. */
  who?: ReactNode
  /** Other absences of the same person: days that they hold already count once. */
  others: readonly AbsenceDays[]
  /** Keeps it; throws an Error with a French sentence where it can't. */
  onSave: (said: SaidAbsence) => Promise<void>
  onClose: () => void
}

/** An absence, new or known: why, from when to when. */
export function AbsenceDialog({ title, action, initial, who, others, onSave, onClose }: AbsenceDialogProps) {
  const { typed, set, errorOf, refused, submit } = useAbsenceForm(initial, onSave)
  return (
    <FormDialog {...{ title, action, onClose }} onSubmit={submit}>
      {who}
      <ChipRadioGroup
        label="Motif"
        options={absenceKinds.map((value) => ({ value, label: absenceKindLabels[value] }))}
        value={typed.kind}
        onChange={(kind) => set({ kind })}
        error={errorOf('kind')}
      />
      <Days {...{ typed, set, errorOf }} />
      <Summary typed={typed} others={others} />
      {refused && <Notice tone="bad" title={refused} />}
    </FormDialog>
  )
}

interface FieldsProps {
  typed: TypedAbsence
  set: (change: Partial<TypedAbsence>) => void
  errorOf: (field: TypedField) => string | undefined
}

function Days({ typed, set, errorOf }: FieldsProps) {
  // The last day follows the first one for as long as it stands before it.
  const begin = (from: string) => set({ from, ...(typed.to < from && { to: from }) })
  return (
    <>
      <DateField
        label="Premier jour"
        value={typed.from}
        onChange={({ target }) => begin(target.value)}
        error={errorOf('from')}
      />
      <DateField
        label="Dernier jour"
        value={typed.to}
        min={typed.from}
        onChange={({ target }) => set({ to: target.value })}
        error={errorOf('to')}
      />
      {typed.kind === 'temps_partiel' ? (
        <ChipCheckboxGroup
          label="Jours non travaillés"
          hint="Chaque semaine, entre ces deux jours."
          options={weekdayNames.map((label, weekday) => ({ value: String(weekday), label }))}
          values={typed.weekdays.map(String)}
          onChange={(weekdays) => set({ weekdays: weekdays.map(Number) })}
          error={errorOf('weekdays')}
        />
      ) : (
        <>
          <Checkbox
            label="À partir de midi le premier jour"
            checked={typed.fromNoon}
            onChange={({ target }) => set({ fromNoon: target.checked })}
            error={errorOf('fromNoon')}
          />
          <Checkbox
            label="Jusqu’à midi le dernier jour"
            checked={typed.toNoon}
            onChange={({ target }) => set({ toNoon: target.checked })}
            error={errorOf('toNoon')}
          />
        </>
      )}
    </>
  )
}

/** What it comes to, before it is kept. */
function Summary({ typed, others }: { typed: TypedAbsence; others: readonly AbsenceDays[] }) {
  const judged = judgeAbsence(typed)
  if (!judged.ok) return null
  const days = daysAway([judged.said], judged.said)
  const isHeldAlready = others.some((other) => overlap(other, judged.said))
  return (
    <p>
      {workingDaysInWords(days)}.
      {isHeldAlready &&
        ' Une autre absence porte déjà sur ces dates\u00A0: chaque jour ne compte qu’une fois.'}
    </p>
  )
}

function useAbsenceForm(initial: TypedAbsence, onSave: AbsenceDialogProps['onSave']) {
  const [typed, setTyped] = useState(initial)
  const [wrong, setWrong] = useState<{ field: TypedField; message: string }>()
  const [refused, setRefused] = useState<string>()
  return {
    typed,
    refused,
    set: (change: Partial<TypedAbsence>) => setTyped((before) => ({ ...before, ...change })),
    errorOf: (field: TypedField) => (wrong?.field === field ? wrong.message : undefined),
    submit: () => {
      const judged = judgeAbsence(typed)
      setWrong(judged.ok ? undefined : judged)
      setRefused(undefined)
      if (!judged.ok) return
      onSave(judged.said).catch((error: unknown) =>
        setRefused(error instanceof Refused ? error.message : 'L’absence n’a pas pu être gardée. Réessayez.'),
      )
    },
  }
}

/** A refusal that has a sentence for the person. */
export class Refused extends Error {}
