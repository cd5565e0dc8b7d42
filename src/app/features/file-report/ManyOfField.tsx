import type { Control } from 'react-hook-form'
import { ChipCheckboxGroup } from '../../ui/ChipCheckboxGroup.tsx'
import { choicesOf } from './choices.ts'
import type { ReportFormValues } from './form-values.ts'
import { useReportField } from './use-report-field.ts'

export interface ManyOfFieldProps {
  control: Control<ReportFormValues>
  name: 'equipment' | 'unmetNeeds' | 'animationThemes' | 'organisers' | 'natures'
  label: string
  labels: Readonly<Record<string, string>>
  exclusive?: string
}

/** Any number of answers of a nomenclature. */
export function ManyOfField({ control, name, label, labels, exclusive }: ManyOfFieldProps) {
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
