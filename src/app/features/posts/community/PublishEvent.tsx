import { useState, type FormEvent } from 'react'
import type { PublishedEvent } from '../../../../domain/access/community-on-the-wire.ts'
import type { CalendarDay } from '../../../../domain/calendar-day.ts'
import {
  eventLinkMaxLength,
  eventPlaceMaxLength,
  eventTitleMaxLength,
  eventWordsMaxLength,
} from '../../../../domain/community/community-fact.ts'
import { communityFactIdSchema } from '../../../../domain/community/community-ids.ts'
import type { EventAudience } from '../../../../domain/community/event-audience.ts'
import { eventKindLabels, eventKinds } from '../../../../domain/community/event-words.ts'
import { communityEventIdSchema } from '../../../../domain/confirmation/event-confirmation.ts'
import { sayOfEvent } from '../../../data/community.ts'
import { newDocumentId } from '../../../data/new-id.ts'
import { ChipRadioGroup } from '../../../ui/ChipRadioGroup.tsx'
import { DateField } from '../../../ui/DateField.tsx'
import { SelectField } from '../../../ui/SelectField.tsx'
import { TextArea } from '../../../ui/TextArea.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { SayDialog } from '../SayDialog.tsx'
import { focusFirstWrong, useSaying } from '../use-saying.ts'
import { eventIn, startOfEvent, type EventErrors, type EventValues } from './event-form.ts'
import { audienceInWords } from './event-words.ts'

export interface PublishEventProps {
  /** The one that is corrected; a new one without it. */
  corrected?: PublishedEvent | undefined
  /** For whom a new one may be; the first unless chosen. */
  audiences: readonly EventAudience[]
  /** Of whom coordinates one. */
  teamName: string | null
  today: CalendarDay
  onDone: (words: string) => void
  onClose: () => void
}

/** Publishes an event, corrects it, or says that it takes place after all. */
export function PublishEvent({ corrected, audiences, teamName, today, onDone, onClose }: PublishEventProps) {
  const [values, setValues] = useState<EventValues>(() => startOfEvent(corrected?.details))
  const [errors, setErrors] = useState<EventErrors>({})
  const [chosen, setChosen] = useState(0)
  const [event] = useState(() => corrected?.id ?? communityEventIdSchema.parse(newDocumentId()))
  const saying = useSaying(() => onDone(corrected ? 'Évènement corrigé.' : 'Évènement publié.'))
  const audience = corrected?.audience ?? audiences[chosen] ?? audiences[0]
  const submit = (submitted: FormEvent<HTMLFormElement>) => {
    const read = eventIn(values, today)
    setErrors(read.ok ? {} : read.errors)
    if (!read.ok) return focusFirstWrong(submitted)
    if (!audience) return
    const says = { kind: 'published', replaces: corrected?.last ?? null, details: read.details } as const
    void saying.say({ ...says, audience }, (id) =>
      sayOfEvent({ id: event, audience }, { ...says, id: communityFactIdSchema.parse(id) }),
    )
  }
  const of = (field: keyof EventValues) => ({
    value: values[field],
    error: errors[field],
    autoComplete: 'off',
    onChange: ({ target }: { target: { value: string } }) =>
      setValues((before) => ({ ...before, [field]: target.value })),
  })
  return (
    <SayDialog
      title={corrected ? 'Corriger l’évènement' : 'Publier un évènement'}
      action={corrected ? 'Enregistrer la correction' : 'Publier cet évènement'}
      saying={saying}
      onSubmit={submit}
      onClose={onClose}
    >
      {!corrected && audiences.length > 1 && (
        <SelectField
          label="Pour qui"
          options={audiences.map((one, index) => ({
            value: String(index),
            label: audienceInWords({ audience: one, teamName }),
          }))}
          value={String(chosen)}
          onChange={({ target }) => setChosen(Number(target.value))}
        />
      )}
      <ChipRadioGroup
        label="Quoi"
        options={eventKinds.map((kind) => ({ value: kind, label: eventKindLabels[kind] }))}
        value={eventKinds.find((kind) => kind === values.kind) ?? null}
        onChange={(kind) => setValues((before) => ({ ...before, kind }))}
      />
      <TextField label="Titre" maxLength={eventTitleMaxLength} {...of('title')} />
      <TextArea label="Présentation" need="optional" limit={eventWordsMaxLength} {...of('words')} />
      <DateField label="Jour" hint="S’il dure plusieurs jours, publiez-le jour par jour." {...of('day')} />
      <TextField label="Début" hint="Heure de Paris." type="time" {...of('starts')} />
      <TextField label="Fin" type="time" {...of('ends')} />
      <TextField label="Lieu" need="optional" maxLength={eventPlaceMaxLength} {...of('place')} />
      <TextField
        label="Lien pour suivre à distance"
        hint="Un lieu, un lien, ou les deux."
        need="optional"
        type="url"
        inputMode="url"
        maxLength={eventLinkMaxLength}
        {...of('link')}
      />
    </SayDialog>
  )
}
