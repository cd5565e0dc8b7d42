import { useWatch, type Control } from 'react-hook-form'
import { ageRangeLabels, genderLabels, labelOf, statusLabels } from '../../../domain/report/nomenclature.ts'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { Stack } from '../../ui/Stack.tsx'
import { choicesOf, yesOrNo } from './choices.ts'
import { CommuneField } from './CommuneField.tsx'
import { OneOfField } from './OneOfField.tsx'
import type { ReportFormValues } from './report-form.ts'
import { useReportField } from './use-report-field.ts'

export interface WhoFieldProps {
  control: Control<ReportFormValues>
  open: boolean
  onToggle: (open: boolean) => void
}

/** Whom: one anonymous person, of whom a few things may be said. */
export function WhoField({ control, open, onToggle }: WhoFieldProps) {
  return (
    <Disclosure summary="Qui" detail={<WhoInShort control={control} />} open={open} onToggle={onToggle}>
      <Stack>
        <OneOfField control={control} name="alreadyAccompanied" label="Déjà accompagnée" options={yesOrNo} />
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
    </Disclosure>
  )
}

/** What is known of the person, beside the folded question. */
function WhoInShort({ control }: Pick<WhoFieldProps, 'control'>) {
  const [gender, ageRange, status] = useWatch({ control, name: ['gender', 'ageRange', 'status'] })
  const known = [
    gender && labelOf(genderLabels, gender).toLowerCase(),
    ageRange && ageInShort(ageRange),
    status && labelOf(statusLabels, status).toLowerCase(),
  ]
  return <>{['une personne anonyme', ...known].filter(Boolean).join(', ')}</>
}

function ageInShort(code: string): string {
  const label = labelOf(ageRangeLabels, code)
  return /^\d+-\d+$/.test(label) ? `${label} ans` : label.toLowerCase()
}

function Residence({ control }: Pick<WhoFieldProps, 'control'>) {
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
