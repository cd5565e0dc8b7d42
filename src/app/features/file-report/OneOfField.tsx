import type { Control } from 'react-hook-form'
import { ChipRadioGroup } from '../../ui/ChipRadioGroup.tsx'
import type { Choice } from '../../ui/choice.ts'
import type { FieldHolding, ReportFormValues } from './form-values.ts'
import { useReportField } from './use-report-field.ts'

export interface OneOfFieldProps {
  control: Control<ReportFormValues>
  name: FieldHolding<string>
  label: string
  options: readonly Choice[]
  /** It must be answered: the answer can be changed and not taken back. */
  isRequired?: boolean
}

/** One answer among a few; that can be taken back where the question may stay open. */
export function OneOfField({ control, name, label, options, isRequired = false }: OneOfFieldProps) {
  const field = useReportField(control, name)
  return (
    <ChipRadioGroup
      label={label}
      options={options}
      value={field.value || null}
      onChange={field.onChange}
      onClear={isRequired ? undefined : () => field.onChange('')}
      {...field.tie}
      error={field.error}
    />
  )
}
