import type { Control } from 'react-hook-form'
import type { OwnScope } from '../../../domain/access/signed-in-person.ts'
import { SelectField } from '../../ui/SelectField.tsx'
import type { ReportFormValues } from './form-values.ts'
import { useReportField } from './use-report-field.ts'

export interface ScopeFieldProps {
  control: Control<ReportFormValues>
  scopes: readonly OwnScope[]
}

/** For which structure: asked only of those who work for several, and not of a report that is filed. */
export function ScopeField({ control, scopes }: ScopeFieldProps) {
  const field = useReportField(control, 'scope')
  return (
    <SelectField
      label="Pour quelle structure"
      options={scopes.map(({ scope, structureName }) => ({ value: scope, label: structureName }))}
      value={field.value}
      onChange={field.onChange}
      {...field.tie}
      error={field.error}
    />
  )
}
