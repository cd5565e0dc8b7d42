import type { Control } from 'react-hook-form'
import { ChipRadioGroup } from '../../ui/ChipRadioGroup.tsx'
import type { Choice } from '../../ui/choice.ts'
import type { ReportFormValues } from './report-form.ts'
import { useReportField } from './use-report-field.ts'

export interface OneOfFieldProps {
  control: Control<ReportFormValues>
  name: 'alreadyAccompanied' | 'gender' | 'ageRange' | 'status' | 'autonomy' | 'oriented' | 'orientation'
  label: string
  options: readonly Choice[]
}

/** A question that may stay open: one answer among a few, that can be taken back. */
export function OneOfField({ control, name, label, options }: OneOfFieldProps) {
  const field = useReportField(control, name)
  return (
    <ChipRadioGroup
      label={label}
      options={options}
      value={field.value || null}
      onChange={field.onChange}
      onClear={() => field.onChange('')}
      {...field.tie}
      error={field.error}
    />
  )
}
