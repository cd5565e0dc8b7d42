import { useWatch } from 'react-hook-form'
import {
  eventTypeLabels,
  organisationLabels,
  scaleLabels,
} from '../../../../domain/report/activity-nomenclature.ts'
import { eventMost } from '../../../../domain/report/evenement.ts'
import { Stack } from '../../../ui/Stack.tsx'
import { choicesOf } from '../choices.ts'
import { ManyOfField } from '../ManyOfField.tsx'
import { OneOfField } from '../OneOfField.tsx'
import { CountField } from './CountField.tsx'
import { LineField, OtherInWords } from './LineField.tsx'
import type { KindFieldsProps } from './WorkshopFields.tsx'
import { WordsFields } from './WordsFields.tsx'

/** Of an event. */
export function EventFields({ control }: KindFieldsProps) {
  const type = useWatch({ control, name: 'eventType' })
  return (
    <Stack>
      <LineField control={control} name="name" label="Nom de l’évènement" hint="Pas de nom de personne." />
      <OneOfField
        control={control}
        name="eventType"
        label="Type"
        options={choicesOf(eventTypeLabels)}
        isRequired
      />
      <OtherInWords control={control} name="otherType" isAsked={type === 'autre'} />
      <ManyOfField control={control} name="organisers" label="Organisé par" labels={organisationLabels} />
      <CountField control={control} name="attendance" label="Participants" max={eventMost} />
      <OneOfField
        control={control}
        name="scale"
        label="Échelle"
        options={choicesOf(scaleLabels)}
        isRequired
      />
      <WordsFields control={control} />
    </Stack>
  )
}
