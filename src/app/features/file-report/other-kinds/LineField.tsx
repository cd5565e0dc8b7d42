import type { Control } from 'react-hook-form'
import { titleMaxLength } from '../../../../domain/report/common-fields.ts'
import { TextField } from '../../../ui/TextField.tsx'
import type { FieldHolding, ReportFormValues } from '../form-values.ts'
import { useReportField } from '../use-report-field.ts'

export interface LineFieldProps {
  control: Control<ReportFormValues>
  name: FieldHolding<string>
  label: string
  hint?: string
}

/** One line of words: a title, a name, what *autre* stands for. */
export function LineField({ control, name, label, hint }: LineFieldProps) {
  const field = useReportField(control, name)
  return (
    <TextField
      label={label}
      hint={hint}
      value={field.value}
      onChange={field.onChange}
      maxLength={titleMaxLength}
      autoComplete="off"
      error={field.error}
      {...field.tie}
    />
  )
}

/** What *Autre* stands for, asked once it is chosen. */
export function OtherInWords(props: Pick<LineFieldProps, 'control' | 'name'> & { isAsked: boolean }) {
  const { isAsked, ...field } = props
  return isAsked ? <LineField {...field} label="Précisez" hint="Pas de nom de personne." /> : null
}
