import { useWatch, type Control } from 'react-hook-form'
import {
  autonomyLabels,
  equipmentLabels,
  orientationLabels,
  unmetNeedLabels,
} from '../../../domain/report/nomenclature.ts'
import { Stack } from '../../ui/Stack.tsx'
import { choicesOf, yesOrNo } from './choices.ts'
import { ManyOfField } from './ManyOfField.tsx'
import { NoteField } from './NoteField.tsx'
import { OneOfField } from './OneOfField.tsx'
import type { ReportFormValues } from './form-values.ts'
import { TagsField } from './TagsField.tsx'

export interface DetailQuestionsProps {
  control: Control<ReportFormValues>
}

/** What is never required. */
export function DetailQuestions({ control }: DetailQuestionsProps) {
  return (
    <Stack>
      <OneOfField control={control} name="autonomy" label="Autonomie" options={choicesOf(autonomyLabels)} />
      <ManyOfField
        control={control}
        name="equipment"
        label="Matériel"
        labels={equipmentLabels}
        exclusive="aucun"
      />
      <OneOfField control={control} name="oriented" label="Personne orientée" options={yesOrNo} />
      <Orientation control={control} />
      <ManyOfField
        control={control}
        name="unmetNeeds"
        label="Besoin resté sans réponse"
        labels={unmetNeedLabels}
      />
      <NoteField control={control} />
      <TagsField control={control} list="tags" />
      <TagsField control={control} list="structureTags" />
    </Stack>
  )
}

/** Where to, asked once the person is said to be sent on. */
function Orientation({ control }: DetailQuestionsProps) {
  const oriented = useWatch({ control, name: 'oriented' })
  if (oriented !== 'oui') return null
  return (
    <OneOfField
      control={control}
      name="orientation"
      label="Orientée vers"
      options={choicesOf(orientationLabels)}
    />
  )
}
