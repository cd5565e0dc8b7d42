import type { Control } from 'react-hook-form'
import type { OwnScope } from '../../../domain/access/signed-in-person.ts'
import { SelectField } from '../../ui/SelectField.tsx'
import type { ReportFormValues } from './form-values.ts'
import { useReportField } from './use-report-field.ts'

export interface ScopeFieldProps {
  control: Control<ReportFormValues>
  scopes: readonly OwnScope[]
}

/**
 * For which structure: asked only of those who work for several or whose structure was withdrawn, and not of a report
 * that is filed.
 */
export function ScopeField({ control, scopes }: ScopeFieldProps) {
  const field = useReportField(control, 'scope')
  // It may have been withdrawn while the form was open.
  const isOwn = scopes.some(({ scope }) => scope === field.value)
  return (
    <SelectField
      label="Pour quelle structure"
      options={scopes.map(({ scope, structureName }) => ({ value: scope, label: structureName }))}
      value={isOwn ? field.value : ''}
      {...(isOwn ? {} : { placeholder: 'Choisissez une structure' })}
      onChange={field.onChange}
      {...field.tie}
      error={field.error}
    />
  )
}
