import type { Control } from 'react-hook-form'
import { reportKindLabels, type ReportKind } from '../../../domain/report/kinds.ts'
import { QuietSelect } from '../../ui/QuietSelect.tsx'
import type { ReportFormValues } from './form-values.ts'
import { useReportField } from './use-report-field.ts'

export interface KindFieldProps {
  control: Control<ReportFormValues>
  kinds: readonly ReportKind[]
  /** The person has done something in the form: from now on what it holds is kept. */
  onBegin: () => void
}

/** The kind of activity, under the form's name: what was typed stays, and comes back with the kind that asks it. */
export function KindField({ control, kinds, onBegin }: KindFieldProps) {
  const field = useReportField(control, 'kind')
  const offered = kinds.includes(field.value) ? kinds : [field.value, ...kinds]
  return (
    <QuietSelect
      label="Type d’activité"
      options={offered.map((kind) => ({ value: kind, label: reportKindLabels[kind] }))}
      value={field.value}
      onChange={(event) => {
        onBegin()
        field.onChange(event)
      }}
      {...field.tie}
    />
  )
}
