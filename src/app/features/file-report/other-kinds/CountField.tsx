import type { Control } from 'react-hook-form'
import { Stepper } from '../../../ui/Stepper.tsx'
import type { FieldHolding, ReportFormValues } from '../form-values.ts'
import { useReportField } from '../use-report-field.ts'

export interface CountFieldProps {
  control: Control<ReportFormValues>
  name: FieldHolding<string>
  label: string
  min?: number
  max: number
}

/** How many, by steps or typed. */
export function CountField({ control, name, label, min = 0, max }: CountFieldProps) {
  const field = useReportField(control, name)
  return (
    <Stepper
      label={label}
      value={field.value}
      min={min}
      max={max}
      onChange={field.onChange}
      error={field.error}
      {...field.tie}
    />
  )
}
