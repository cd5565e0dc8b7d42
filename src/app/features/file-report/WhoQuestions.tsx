import { useWatch, type Control } from 'react-hook-form'
import { ageRangeLabels, genderLabels, statusLabels } from '../../../domain/report/nomenclature.ts'
import { Stack } from '../../ui/Stack.tsx'
import { choicesOf, yesOrNo } from './choices.ts'
import { CommuneField } from './CommuneField.tsx'
import { FollowedPersonField } from './people/FollowedPersonField.tsx'
import { OneOfField } from './OneOfField.tsx'
import type { ReportFormValues } from './form-values.ts'
import { useReportField } from './use-report-field.ts'

/** Whom, and what may be said of them; each question may stay open. */
export function WhoQuestions({ control }: { control: Control<ReportFormValues> }) {
  const beneficiary = useWatch({ control, name: 'beneficiary' })
  return (
    <Stack>
      <FollowedPersonField control={control} />
      {beneficiary === '' && (
        <OneOfField control={control} name="alreadyAccompanied" label="Déjà accompagnée" options={yesOrNo} />
      )}
      <Residence control={control} />
      <OneOfField control={control} name="gender" label="Genre" options={choicesOf(genderLabels)} />
      <OneOfField
        control={control}
        name="ageRange"
        label="Tranche d’âge"
        options={choicesOf(ageRangeLabels)}
      />
      <OneOfField control={control} name="status" label="Statut" options={choicesOf(statusLabels)} />
    </Stack>
  )
}

function Residence({ control }: { control: Control<ReportFormValues> }) {
  const field = useReportField(control, 'residence')
  return (
    <CommuneField
      label="Commune de résidence"
      value={field.value}
      onChange={field.onChange}
      {...field.tie}
      error={field.error}
    />
  )
}
