import { otherTimeLabels } from '../../../../domain/report/activity-nomenclature.ts'
import { choicesOf } from '../choices.ts'
import { OneOfField } from '../OneOfField.tsx'
import { Stack } from '../../../ui/Stack.tsx'
import { LineField } from './LineField.tsx'
import type { KindFieldsProps } from './WorkshopFields.tsx'
import { WordsFields } from './WordsFields.tsx'

/** What the time was for. */
export function OtherTimeActivity({ control }: KindFieldsProps) {
  return (
    <OneOfField
      control={control}
      name="activity"
      label="Ce que vous avez fait"
      options={choicesOf(otherTimeLabels)}
      isRequired
    />
  )
}

/** Of time that accompanied nobody: what may be said of it. */
export function OtherTimeFields({ control }: KindFieldsProps) {
  return (
    <Stack>
      <LineField control={control} name="title" label="Titre" hint="Pas de nom de personne." />
      <WordsFields control={control} />
    </Stack>
  )
}
