import { useState, type FormEvent } from 'react'
import { calendarDaySchema } from '../../../../domain/calendar-day.ts'
import { stepWordsMaxLength } from '../../../../domain/commitments/post-fact.ts'
import {
  recruitmentStepLabels,
  recruitmentStepSchema,
  type RecruitmentStep,
} from '../../../../domain/commitments/post-words.ts'
import { sayForStructure } from '../../../data/posts.ts'
import { ChipRadioGroup } from '../../../ui/ChipRadioGroup.tsx'
import { DateField } from '../../../ui/DateField.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { SayDialog } from '../SayDialog.tsx'
import { focusFirstWrong, useSaying } from '../use-saying.ts'
import type { PostDialogProps } from './PostDialog.tsx'
import type { ReadPost } from './read-post.ts'

/** A step of the recruitment, with its day and a few words. */
export function StepForm({
  post,
  structureId,
  today,
  onDone,
  onClose,
}: PostDialogProps & { post: ReadPost }) {
  const [step, setStep] = useState<RecruitmentStep | null>(null)
  const [day, setDay] = useState<string>(today)
  const [words, setWords] = useState('')
  const [errors, setErrors] = useState<{ step?: string; day?: string }>({})
  const saying = useSaying(() =>
    onDone(`Étape notée\u00A0: ${step ? recruitmentStepLabels[step].toLowerCase() : ''}.`),
  )
  const submit = (event: FormEvent<HTMLFormElement>) => {
    const read = calendarDaySchema.safeParse(day).data
    setErrors({
      ...(!step && { step: 'Choisissez l’étape.' }),
      ...(!read && { day: 'Indiquez le jour.' }),
    })
    if (!step || !read) return focusFirstWrong(event)
    const said = { kind: 'step' as const, replaces: null, day: read, step, words: words.trim() }
    void saying.say(said, (id) => sayForStructure({ structure: structureId, post: post.id }, { ...said, id }))
  }
  return (
    <SayDialog
      title={`Étape du recrutement, poste ${post.reference}`}
      action="Noter cette étape"
      saying={saying}
      onSubmit={submit}
      onClose={onClose}
    >
      <ChipRadioGroup
        label="Étape"
        options={recruitmentStepSchema.options.map((value) => ({
          value,
          label: recruitmentStepLabels[value],
        }))}
        value={step}
        onChange={setStep}
        error={errors.step}
      />
      <DateField
        label="Jour"
        value={day}
        max={today}
        onChange={({ target }) => setDay(target.value)}
        error={errors.day}
      />
      <TextField
        label="Précision"
        hint="Pas de nom de candidat."
        need="optional"
        autoComplete="off"
        maxLength={stepWordsMaxLength}
        value={words}
        onChange={({ target }) => setWords(target.value)}
      />
    </SayDialog>
  )
}
