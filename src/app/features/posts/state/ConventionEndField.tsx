import { DateField } from '../../../ui/DateField.tsx'

export interface ConventionEndFieldProps {
  value: string
  error: string | undefined
  onChange: (ends: string) => void
}

/** The last day of a grant agreement, and how long one may be. */
export function ConventionEndField({ value, error, onChange }: ConventionEndFieldProps) {
  return (
    <DateField
      label="Dernier jour de la convention"
      hint="De 18 à 36 mois."
      value={value}
      onChange={({ target }) => onChange(target.value)}
      error={error}
    />
  )
}
