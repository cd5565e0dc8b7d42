import type { Control } from 'react-hook-form'
import { CommuneField } from './CommuneField.tsx'
import type { ReportFormValues } from './form-values.ts'
import { useReportField } from './use-report-field.ts'

/** Where it was, for the kinds of place that have no address of their own. */
export function PlaceCommune({ control }: { control: Control<ReportFormValues> }) {
  const field = useReportField(control, 'placeCommune')
  return (
    <CommuneField
      label="Commune"
      value={field.value}
      onChange={field.onChange}
      {...field.tie}
      error={field.error}
    />
  )
}
