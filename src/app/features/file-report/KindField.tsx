import type { Control } from 'react-hook-form'
import { reportKindLabels, type ReportKind } from '../../../domain/report/kinds.ts'
import { SelectField } from '../../ui/SelectField.tsx'
import type { ReportFormValues } from './form-values.ts'
import { useReportField } from './use-report-field.ts'

export interface KindFieldProps {
  control: Control<ReportFormValues>
  kinds: readonly ReportKind[]
}

/** The kind of activity: what was typed stays, and comes back with the kind that asks it. */
export function KindField({ control, kinds }: KindFieldProps) {
  const field = useReportField(control, 'kind')
  const offered = kinds.includes(field.value) ? kinds : [field.value, ...kinds]
  return (
    <SelectField
      label="Type"
      beside
      options={offered.map((kind) => ({ value: kind, label: reportKindLabels[kind] }))}
      value={field.value}
      onChange={field.onChange}
      {...field.tie}
    />
  )
}
