import { findCommunes, useCommuneLine } from '../../data/react/use-commune-choice.ts'
import { Combobox } from '../../ui/Combobox.tsx'

export interface CommuneFieldProps {
  /** INSEE code, or nothing. */
  value: string
  onChange: (code: string) => void
}

/** Where a person lives. */
export function CommuneField({ value, onChange }: CommuneFieldProps) {
  const chosen = useCommuneLine(value)
  return (
    <Combobox
      label="Commune de résidence"
      need="optional"
      value={chosen}
      onChange={(line) => onChange(line?.id ?? '')}
      search={findCommunes}
      minLength={2}
    />
  )
}
