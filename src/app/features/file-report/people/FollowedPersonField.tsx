import { useFormContext, useWatch, type Control, type UseFormSetValue } from 'react-hook-form'
import { scopeIdSchema } from '../../../../domain/ids.ts'
import type { LocalPerson } from '../../../data/people-of-rows.ts'
import type { ReportFormValues } from '../form-values.ts'
import { PersonPicker } from './PersonPicker.tsx'
import { traitsOf } from './traits-of.ts'

/** Whom: one of the people whom the advisor follows, or nobody in particular. What is known of them fills the form. */
export function FollowedPersonField({ control }: { control: Control<ReportFormValues> }) {
  const { setValue } = useFormContext<ReportFormValues>()
  const [scope, date, beneficiary] = useWatch({ control, name: ['scope', 'date', 'beneficiary'] })
  const known = scopeIdSchema.safeParse(scope)
  if (!known.success) return null
  return (
    <PersonPicker
      label="Personne suivie"
      hint="Laissez vide pour une personne anonyme."
      scope={known.data}
      value={beneficiary}
      onPick={(local) => fill(setValue, local, date)}
    />
  )
}

function fill(setValue: UseFormSetValue<ReportFormValues>, local: LocalPerson | null, date: string): void {
  const change = { shouldDirty: true }
  setValue('beneficiary', local?.id ?? '', change)
  if (!local) return
  const { commune, gender, ageRange, status } = traitsOf(local.person, date)
  setValue('residence', commune, change)
  setValue('gender', gender, change)
  setValue('ageRange', ageRange, change)
  setValue('status', status, change)
  setValue('alreadyAccompanied', '', change)
}
