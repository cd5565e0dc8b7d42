import { useState, type FormEvent } from 'react'
import type { CalendarDay } from '../../../../../domain/calendar-day.ts'
import { trainingTitleMaxLength } from '../../../../../domain/commitments/training/training-fact.ts'
import type { TrainingPath } from '../../../../../domain/commitments/training/training-paths.ts'
import {
  examLabels,
  exemptionLabels,
  exemptionSchema,
  halfLabels,
  halfSchema,
  partLabels,
  partSchema,
} from '../../../../../domain/commitments/training/training-words.ts'
import { ChipRadioGroup } from '../../../../ui/ChipRadioGroup.tsx'
import { DateField } from '../../../../ui/DateField.tsx'
import { NumberField } from '../../../../ui/NumberField.tsx'
import { TextField } from '../../../../ui/TextField.tsx'
import { SayDialog } from '../../SayDialog.tsx'
import { focusFirstWrong, type useSaying } from '../../use-saying.ts'
import { sessionTitle } from '../training-sentences.ts'
import {
  asksTitle,
  firstValues,
  toldBy,
  type SayOfTrainee,
  type ToldOpened,
  type ToldValues,
  type WrongField,
} from './told-values.ts'

const titles: Readonly<Record<ToldOpened['kind'], string>> = {
  positioned: 'Test de positionnement',
  exempted: 'Dispense',
  'half-day': 'Demi-journée de formation',
  convoked: 'Convocation à un examen',
  completed: 'Fin de la formation initiale',
  module: 'Module de formation continue',
  cancelled: 'Annuler cette date',
  'exam-result': 'Résultat de l’examen',
}

export interface ToldFormProps {
  opened: ToldOpened
  path: TrainingPath
  today: CalendarDay
  saying: ReturnType<typeof useSaying>
  say: SayOfTrainee
  onClose: () => void
}

/** What a body says of a trainee, by the fields that it takes to say it. */
export function ToldForm({ opened, path, today, saying, say, onClose }: ToldFormProps) {
  const { kind } = opened
  const [values, setValues] = useState(() => firstValues(opened, path, today))
  const [wrong, setWrong] = useState<WrongField>()
  const change = (fields: Partial<ToldValues>) => setValues((before) => ({ ...before, ...fields }))
  const isPlan = kind === 'half-day' || kind === 'convoked'
  const submit = (event: FormEvent<HTMLFormElement>) => {
    const told = toldBy(kind, values)
    setWrong('wrong' in told ? told.wrong : undefined)
    if ('wrong' in told) focusFirstWrong(event)
    else say(told.says)
  }
  return (
    <SayDialog
      title={titles[kind]}
      action={kind === 'cancelled' ? 'Annuler cette date du calendrier' : 'Noter'}
      isDestructive={kind === 'cancelled'}
      {...{ saying, onClose }}
      onSubmit={submit}
    >
      {'session' in opened && <p>{sessionTitle(opened.session)}</p>}
      {kind !== 'cancelled' && (
        <DateField
          label="Jour"
          value={values.day}
          {...(isPlan ? {} : { max: today })}
          onChange={({ target }) => change({ day: target.value })}
          error={wrong === 'day' ? 'Indiquez le jour.' : undefined}
        />
      )}
      {kind === 'positioned' && (
        <NumberField
          label="Heures de formation"
          hint={hoursHint(path)}
          value={values.hours}
          onChange={({ target }) => change({ hours: target.value })}
          error={wrong === 'hours' ? 'Indiquez le nombre d’heures.' : undefined}
        />
      )}
      {kind === 'exempted' && (
        <ChipRadioGroup
          label="Dispense de"
          options={exemptionSchema.options
            .filter((value) => value === 'formation' || path.exams.some((one) => one === value))
            .map((value) => ({ value, label: exemptionLabels[value] }))}
          value={values.from}
          onChange={(from) => change({ from })}
        />
      )}
      {isPlan && (
        <ChipRadioGroup
          label="Demi-journée"
          options={halfSchema.options.map((value) => ({ value, label: halfLabels[value] }))}
          value={values.half}
          onChange={(half) => change({ half })}
        />
      )}
      {kind === 'half-day' && (
        <ChipRadioGroup
          label="Ce qui a lieu"
          options={partSchema.options.map((value) => ({ value, label: partLabels[value] }))}
          value={values.part}
          onChange={(part) => change({ part })}
        />
      )}
      {kind === 'convoked' && (
        <ChipRadioGroup
          label="Examen"
          options={path.exams.map((value) => ({ value, label: examLabels[value] }))}
          value={values.exam}
          onChange={(exam) => change({ exam })}
        />
      )}
      {kind === 'exam-result' && (
        <ChipRadioGroup
          label="Résultat"
          options={[
            { value: 'oui' as const, label: 'Réussi' },
            { value: 'non' as const, label: 'Pas encore réussi' },
          ]}
          value={values.passed}
          onChange={(passed) => change({ passed })}
        />
      )}
      {asksTitle(kind) && (
        <TextField
          label="Intitulé"
          autoComplete="off"
          maxLength={trainingTitleMaxLength}
          value={values.title}
          onChange={({ target }) => change({ title: target.value })}
          error={wrong === 'title' ? 'Indiquez l’intitulé.' : undefined}
        />
      )}
      {isPlan && (
        <TextField
          label="Lieu"
          need="optional"
          autoComplete="off"
          maxLength={trainingTitleMaxLength}
          value={values.place}
          onChange={({ target }) => change({ place: target.value })}
        />
      )}
    </SayDialog>
  )
}

function hoursHint({ hours, label }: TrainingPath): string {
  const possible = 'among' in hours ? hours.among.join(', ') : `de ${hours.from} à ${hours.to}`
  return `${label}\u00A0: ${possible} heures.`
}
