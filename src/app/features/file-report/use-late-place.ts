import { useEffect } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import type { LocalPlace } from '../../data/places.ts'
import type { ReportFormValues } from './form-values.ts'

/** On a new device the places may arrive after the form is open: the first is then chosen, where nothing was. */
export function useLatePlace(
  form: UseFormReturn<ReportFormValues>,
  places: readonly LocalPlace[],
  isEditing: boolean,
): void {
  const first = places[0]?.id
  useEffect(() => {
    if (isEditing || first === undefined || form.getValues('place') !== '') return
    if (!form.getFieldState('place').isTouched) form.setValue('place', first)
  }, [form, first, isEditing])
}
