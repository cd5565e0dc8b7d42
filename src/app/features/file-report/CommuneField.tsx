import type { Ref } from 'react'
import { findCommunes, useCommuneLine } from '../../data/react/use-commune-choice.ts'
import { Combobox } from '../../ui/Combobox.tsx'

export interface CommuneFieldProps {
  label: string
  /** INSEE code, or nothing. */
  value: string
  onChange: (code: string) => void
  onBlur?: () => void
  error?: string | undefined
  need?: 'required' | 'optional'
  ref?: Ref<HTMLInputElement>
}

/** A commune among all of France's, found by name or postal code without any network. */
export function CommuneField({ label, value, onChange, ...rest }: CommuneFieldProps) {
  const chosen = useCommuneLine(value)
  return (
    <Combobox
      label={label}
      value={chosen}
      onChange={(line) => onChange(line?.id ?? '')}
      search={findCommunes}
      minLength={2}
      {...rest}
    />
  )
}
