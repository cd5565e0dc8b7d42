import { useState, type FormEvent } from 'react'
import { calendarDaySchema, type CalendarDay } from '../../../../../domain/calendar-day.ts'
import type { BodySaysTraining } from '../../../../../domain/commitments/training/said-training-fact.ts'
import {
  trainingFactIdSchema,
  trainingSessionIdSchema,
  type TrainingBodyId,
} from '../../../../../domain/commitments/training/training-ids.ts'
import type { TrainingPath } from '../../../../../domain/commitments/training/training-paths.ts'
import {
  exemptionLabels,
  exemptionSchema,
  halfLabels,
  halfSchema,
  partLabels,
  partSchema,
  examLabels,
  type Exam,
  type Exemption,
  type Half,
  type Part,
} from '../../../../../domain/commitments/training/training-words.ts'
import { trainingTitleMaxLength } from '../../../../../domain/commitments/training/training-fact.ts'
import type { ScopeId } from '../../../../../domain/ids.ts'
import { newDocumentId } from '../../../../data/new-id.ts'
import { sayTrainingForBody } from '../../../../data/training.ts'
import { ChipRadioGroup } from '../../../../ui/ChipRadioGroup.tsx'
import { DateField } from '../../../../ui/DateField.tsx'
import { NumberField } from '../../../../ui/NumberField.tsx'
import { TextField } from '../../../../ui/TextField.tsx'
import { SayDialog } from '../../SayDialog.tsx'
import { focusFirstWrong, useSaying } from '../../use-saying.ts'
import { sessionTitle, type Session } from '../training-sentences.ts'
import { AttendanceForm } from './AttendanceForm.tsx'

/** What a body is about to say of a trainee. */
export type OpenedForm =
  | { readonly kind: 'positioned' | 'exempted' | 'half-day' | 'convoked' | 'completed' | 'module' }
  | { readonly kind: 'attended'; readonly session: Session }
  | { readonly kind: 'cancelled' | 'exam-result'; readonly session: Session }

export interface BodyDialogProps {
  opened: OpenedForm
  body: TrainingBodyId
  scope: ScopeId
  path: TrainingPath
  today: CalendarDay
  onDone: (words: string) => void
  onClose: () => void
}

type WithoutId<S> = S extends unknown ? Omit<S, 'id'> : never
export type SayOfTrainee = (says: WithoutId<BodySaysTraining['says']>) => void

/** The form of what is said: who was there has its own. */
export function BodyDialog(props: BodyDialogProps) {
  const { opened, body, scope, onDone, onClose } = props
  const saying = useSaying(() => onDone('C’est noté.'))
  const say: SayOfTrainee = (says) =>
    void saying.say(says, (id) =>
      sayTrainingForBody(body, { scope, says: { ...says, id: trainingFactIdSchema.parse(id) } }),
    )
  if (opened.kind === 'attended')
    return <AttendanceForm {...{ saying, say, onClose }} session={opened.session} />
  return <ToldForm {...props} {...{ saying, say }} opened={opened} />
}

const titles: Readonly<Record<OpenedForm['kind'], string>> = {
  positioned: 'Test de positionnement',
  exempted: 'Dispense',
  'half-day': 'Demi-journée de formation',
  convoked: 'Convocation à un examen',
  completed: 'Fin de la formation initiale',
  module: 'Module de formation continue',
  attended: 'Présence',
  cancelled: 'Annuler cette date',
  'exam-result': 'Résultat de l’examen',
}

interface ToldFormProps extends BodyDialogProps {
  opened: Exclude<OpenedForm, { kind: 'attended' }>
  saying: ReturnType<typeof useSaying>
  say: SayOfTrainee
}

function ToldForm({ opened, path, today, saying, say, onClose }: ToldFormProps) {
  const { kind } = opened
  const planned = 'session' in opened ? opened.session.planned : undefined
  const [session] = useState(() => planned?.session ?? trainingSessionIdSchema.parse(newDocumentId()))
  const [day, setDay] = useState<string>(planned?.day ?? today)
  const [hours, setHours] = useState('among' in path.hours ? String(path.hours.among[0]) : '')
  const [half, setHalf] = useState<Half | null>('matin')
  const [part, setPart] = useState<Part | null>('formation')
  const [exam, setExam] = useState<Exam | null>(path.exams[0] ?? null)
  const [from, setFrom] = useState<Exemption | null>('formation')
  const [passed, setPassed] = useState<'oui' | 'non' | null>('oui')
  const [title, setTitle] = useState('')
  const [place, setPlace] = useState('')
  const [error, setError] = useState<'day' | 'hours' | 'title'>()
  const asksTitle = kind === 'half-day' || kind === 'module'
  const isPlan = kind === 'half-day' || kind === 'convoked'
  const submit = (event: FormEvent<HTMLFormElement>) => {
    const read = calendarDaySchema.safeParse(day).data
    const wrong = !read
      ? 'day'
      : kind === 'positioned' && !/^\d+$/.test(hours)
        ? 'hours'
        : asksTitle && title.trim() === ''
          ? 'title'
          : undefined
    setError(wrong)
    if (!read || wrong) return focusFirstWrong(event)
    const told = { replaces: null, day: read }
    const at = { session, half: half ?? 'matin', place: place.trim() }
    switch (kind) {
      case 'positioned':
        return say({ ...told, kind, hours: Number(hours) })
      case 'exempted':
        return say({ ...told, kind, from: from ?? 'formation' })
      case 'half-day':
        return say({ ...told, ...at, kind, part: part ?? 'formation', title: title.trim() })
      case 'convoked':
        return say({ ...told, ...at, kind, exam: exam ?? 'ccp1' })
      case 'completed':
        return say({ ...told, kind })
      case 'module':
        return say({ ...told, kind, title: title.trim() })
      case 'cancelled':
        return say({ ...told, kind, session })
      case 'exam-result':
        return say({ ...told, kind, session, passed: passed === 'oui' })
    }
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
          value={day}
          {...(isPlan ? {} : { max: today })}
          onChange={({ target }) => setDay(target.value)}
          error={error === 'day' ? 'Indiquez le jour.' : undefined}
        />
      )}
      {kind === 'positioned' && (
        <NumberField
          label="Heures de formation"
          hint={hoursHint(path)}
          value={hours}
          onChange={({ target }) => setHours(target.value)}
          error={error === 'hours' ? 'Indiquez le nombre d’heures.' : undefined}
        />
      )}
      {kind === 'exempted' && (
        <ChipRadioGroup
          label="Dispense de"
          options={exemptionSchema.options
            .filter((value) => value === 'formation' || path.exams.some((one) => one === value))
            .map((value) => ({ value, label: exemptionLabels[value] }))}
          value={from}
          onChange={setFrom}
        />
      )}
      {isPlan && (
        <ChipRadioGroup
          label="Demi-journée"
          options={halfSchema.options.map((value) => ({ value, label: halfLabels[value] }))}
          value={half}
          onChange={setHalf}
        />
      )}
      {kind === 'half-day' && (
        <ChipRadioGroup
          label="Ce qui a lieu"
          options={partSchema.options.map((value) => ({ value, label: partLabels[value] }))}
          value={part}
          onChange={setPart}
        />
      )}
      {kind === 'convoked' && (
        <ChipRadioGroup
          label="Examen"
          options={path.exams.map((value) => ({ value, label: examLabels[value] }))}
          value={exam}
          onChange={setExam}
        />
      )}
      {kind === 'exam-result' && (
        <ChipRadioGroup
          label="Résultat"
          options={[
            { value: 'oui' as const, label: 'Réussi' },
            { value: 'non' as const, label: 'Pas encore réussi' },
          ]}
          value={passed}
          onChange={setPassed}
        />
      )}
      {asksTitle && (
        <TextField
          label="Intitulé"
          autoComplete="off"
          maxLength={trainingTitleMaxLength}
          value={title}
          onChange={({ target }) => setTitle(target.value)}
          error={error === 'title' ? 'Indiquez l’intitulé.' : undefined}
        />
      )}
      {isPlan && (
        <TextField
          label="Lieu"
          need="optional"
          autoComplete="off"
          maxLength={trainingTitleMaxLength}
          value={place}
          onChange={({ target }) => setPlace(target.value)}
        />
      )}
    </SayDialog>
  )
}

function hoursHint({ hours, label }: TrainingPath): string {
  const possible = 'among' in hours ? hours.among.join(', ') : `de ${hours.from} à ${hours.to}`
  return `${label}\u00A0: ${possible} heures.`
}
