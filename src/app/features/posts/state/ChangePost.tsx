import { useState, type FormEvent } from 'react'
import type { TerritoryPost } from '../../../../domain/access/territory-posts.ts'
import { addDays, calendarDaySchema, type CalendarDay } from '../../../../domain/calendar-day.ts'
import { conventionEnd, isConventionLength } from '../../../../domain/commitments/convention-months.ts'
import type { StateSays } from '../../../../domain/commitments/said-post-fact.ts'
import { errorCatalogue } from '../../../../domain/errors.ts'
import { sayForState } from '../../../data/posts.ts'
import { ChipRadioGroup } from '../../../ui/ChipRadioGroup.tsx'
import { DateField } from '../../../ui/DateField.tsx'
import { SayDialog } from '../SayDialog.tsx'
import { focusFirstWrong, useSaying } from '../use-saying.ts'
import { ConventionEndField } from './ConventionEndField.tsx'
import { namedHolder, noHolder, siretError, type HolderValues } from './holder-form.ts'
import { HolderFields } from './HolderFields.tsx'

export interface ChangePostProps {
  post: TerritoryPost
  today: CalendarDay
  onDone: (words: string) => void
  onClose: () => void
}

type Change = 'convention' | 'transferred' | 'returned'

interface Values {
  readonly change: Change
  readonly day: string
  readonly ends: string
  readonly holder: HolderValues
}

type Errors = Readonly<Partial<Record<'day' | 'ends' | 'siret', string>>>
// Without its id, and of each kind the rest.
type Said = StateSays extends infer S ? (S extends { id: unknown } ? Omit<S, 'id'> : never) : never

const buttons: Readonly<Record<Change, string>> = {
  convention: 'Enregistrer la convention',
  transferred: 'Transférer ce poste',
  returned: 'Reprendre ce poste',
}

/** What becomes of a post: a new agreement, another holder, or back to the State. */
export function ChangePost({ post, today, onDone, onClose }: ChangePostProps) {
  const [values, setValues] = useState<Values>(() => startOf(post, 'convention', today))
  const [errors, setErrors] = useState<Errors>({})
  const saying = useSaying(() => onDone(doneWords(values.change, post)))
  const set = (change: Partial<Values>) => setValues((before) => ({ ...before, ...change }))
  const submit = (event: FormEvent<HTMLFormElement>) => {
    const read = saidIn(values)
    setErrors(read.ok ? {} : read.errors)
    if (!read.ok) return focusFirstWrong(event)
    const at = { structure: post.structureId, post: post.id }
    void saying.say(read.said, (id) => sayForState(at, { ...read.said, id }))
  }
  return (
    <SayDialog
      title={`Poste ${post.reference}, ${post.structureName}`}
      action={buttons[values.change]}
      isDestructive={values.change === 'returned'}
      saying={saying}
      onSubmit={submit}
      onClose={onClose}
    >
      <ChipRadioGroup
        label={'Que se passe-t-il\u00A0?'}
        options={[
          { value: 'convention', label: 'Nouvelle convention' },
          { value: 'transferred', label: 'Transfert à une autre structure' },
          { value: 'returned', label: 'Retour du poste à l’État' },
        ]}
        value={values.change}
        onChange={(change) => setValues(startOf(post, change, today))}
      />
      {values.change === 'transferred' && (
        <HolderFields
          values={values.holder}
          siretError={errors.siret}
          onChange={(change) => set({ holder: { ...values.holder, ...change } })}
        />
      )}
      <DateField
        label={dayLabels[values.change]}
        hint={dayHints[values.change]}
        value={values.day}
        onChange={({ target }) => set({ day: target.value })}
        error={errors.day}
      />
      {values.change === 'convention' && (
        <ConventionEndField value={values.ends} error={errors.ends} onChange={(ends) => set({ ends })} />
      )}
    </SayDialog>
  )
}

const dayLabels: Readonly<Record<Change, string>> = {
  convention: 'Premier jour de la convention',
  transferred: 'Premier jour dans l’autre structure',
  returned: 'Premier jour sans ce poste',
}

const dayHints: Readonly<Record<Change, string | undefined>> = {
  convention: undefined,
  transferred: 'Dans le même département. L’histoire du poste reste lisible par chacune des deux structures.',
  returned: 'Le poste ne doit plus être occupé à cette date.',
}

function startOf({ conventionEnds }: TerritoryPost, change: Change, today: CalendarDay): Values {
  const day = change === 'convention' && conventionEnds !== null ? addDays(conventionEnds, 1) : today
  return { change, day, ends: conventionEnd(day, 24), holder: noHolder }
}

function saidIn({
  change,
  day: typed,
  ends: typedEnd,
  holder,
}: Values): { ok: true; said: Said } | { ok: false; errors: Errors } {
  const day = calendarDaySchema.safeParse(typed).data
  const ends = calendarDaySchema.safeParse(typedEnd).data
  const siret = change === 'transferred' ? siretError(holder.siret) : undefined
  const isShort = change === 'convention' && day && !(ends && isConventionLength(day, ends))
  const errors: Errors = {
    ...(siret && { siret }),
    ...(!day && { day: 'Indiquez le jour.' }),
    ...(isShort && { ends: errorCatalogue['convention-length'].title }),
  }
  if (Object.keys(errors).length > 0 || !day) return { ok: false, errors }
  switch (change) {
    case 'convention':
      return ends
        ? { ok: true, said: { kind: 'convention', replaces: null, day, ends } }
        : { ok: false, errors: { ends: 'Indiquez le jour.' } }
    case 'transferred':
      return { ok: true, said: { kind: 'transferred', replaces: null, day, to: namedHolder(holder) } }
    case 'returned':
      return { ok: true, said: { kind: 'returned', replaces: null, day } }
  }
}

function doneWords(change: Change, { reference }: TerritoryPost): string {
  const words: Readonly<Record<Change, string>> = {
    convention: `Convention du poste ${reference} enregistrée.`,
    transferred: `Poste ${reference} transféré.`,
    returned: `Poste ${reference} repris par l’État.`,
  }
  return words[change]
}
