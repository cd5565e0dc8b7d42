import { useWatch, type Control } from 'react-hook-form'
import {
  autonomyLabels,
  equipmentLabels,
  orientationLabels,
  unmetNeedLabels,
} from '../../../domain/report/nomenclature.ts'
import { ChipCheckboxGroup } from '../../ui/ChipCheckboxGroup.tsx'
import { Stack } from '../../ui/Stack.tsx'
import { choicesOf, yesOrNo } from './choices.ts'
import { NoteField } from './NoteField.tsx'
import { OneOfField } from './OneOfField.tsx'
import type { ReportFormValues } from './report-form.ts'
import { TagsField } from './TagsField.tsx'
import { useReportField } from './use-report-field.ts'

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
      <TagsField control={control} />
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

interface ManyOfFieldProps {
  control: Control<ReportFormValues>
  name: 'equipment' | 'unmetNeeds'
  label: string
  labels: Readonly<Record<string, string>>
  exclusive?: string
}

function ManyOfField({ control, name, label, labels, exclusive }: ManyOfFieldProps) {
  const field = useReportField(control, name)
  return (
    <ChipCheckboxGroup
      label={label}
      options={choicesOf(labels, { chosen: field.value })}
      values={field.value}
      onChange={field.onChange}
      {...field.tie}
      exclusive={exclusive}
      error={field.error}
    />
  )
}
