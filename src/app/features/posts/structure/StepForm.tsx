import { useId, useState, type FormEvent } from 'react'
import { calendarDaySchema } from '../../../../domain/calendar-day.ts'
import { stepWordsMaxLength } from '../../../../domain/commitments/post-fact.ts'
import {
  recruitmentStepLabels,
  recruitmentStepSchema,
  type RecruitmentStep,
} from '../../../../domain/commitments/post-words.ts'
import { sayForStructure } from '../../../data/posts.ts'
import { Button } from '../../../ui/Button.tsx'
import { ChipRadioGroup } from '../../../ui/ChipRadioGroup.tsx'
import { DateField } from '../../../ui/DateField.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Stack } from '../../../ui/Stack.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { NotSaid } from '../NotSaid.tsx'
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
  const form = useId()
  const [step, setStep] = useState<RecruitmentStep | null>(null)
  const [day, setDay] = useState<string>(today)
  const [words, setWords] = useState('')
  const [errors, setErrors] = useState<{ step?: string; day?: string }>({})
  const { refused, isSending, say } = useSaying(() =>
    onDone(`Étape notée\u00A0: ${step ? recruitmentStepLabels[step].toLowerCase() : ''}.`),
  )
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const read = calendarDaySchema.safeParse(day).data
    setErrors({
      ...(!step && { step: 'Choisissez l’étape.' }),
      ...(!read && { day: 'Indiquez le jour.' }),
    })
    if (!step || !read) return focusFirstWrong(event)
    const said = { kind: 'step' as const, replaces: null, day: read, step, words: words.trim() }
    void say(said, (id) => sayForStructure({ structure: structureId, post: post.id }, { ...said, id }))
  }
  return (
    <Dialog
      open
      title={`Étape du recrutement, poste ${post.reference}`}
      onClose={onClose}
      actions={
        <>
          <Button type="submit" form={form} variant="primary" disabled={isSending}>
            Noter cette étape
          </Button>
          <Button onClick={onClose}>Annuler</Button>
        </>
      }
    >
      <form id={form} noValidate onSubmit={submit}>
        <Stack>
          {refused && <NotSaid problem={refused.problem} />}
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
        </Stack>
      </form>
    </Dialog>
  )
}
