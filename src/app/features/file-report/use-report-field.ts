import { useController, type Control, type RefCallBack } from 'react-hook-form'
import type { ReportFormValues } from './form-values.ts'

/** One field of the form, as the pieces of interface take it. */
export interface ReportField<Name extends keyof ReportFormValues> {
  value: ReportFormValues[Name]
  /** Takes a value or the event of a native control. */
  onChange: (value: unknown) => void
  error: string | undefined
  /** Spread on the control that takes the focus when the answer is wrong. */
  tie: { name: Name; onBlur: () => void; ref: RefCallBack }
}

export function useReportField<Name extends keyof ReportFormValues>(
  control: Control<ReportFormValues>,
  name: Name,
): ReportField<Name> {
  const { field, fieldState } = useController({ control, name })
  return {
    value: field.value,
    onChange: field.onChange,
    error: fieldState.error?.message,
    tie: { name, onBlur: field.onBlur, ref: field.ref },
  }
}
