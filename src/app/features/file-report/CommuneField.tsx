import type { Ref } from 'react'
import { loadCommunes } from '../../data/communes.ts'
import { useCommune } from '../../data/react/use-commune.ts'
import type { Commune } from '../../../domain/territory/commune.ts'
import { Combobox } from '../../ui/Combobox.tsx'
import type { Suggestion } from '../../ui/use-suggestions.ts'

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

const linesShown = 8

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

/** What the code chosen looks like: its name comes with the directory, and the code stands for it meanwhile. */
function useCommuneLine(code: string): Suggestion | null {
  const commune = useCommune(code)
  if (code === '') return null
  return commune ? lineOf(commune) : { id: code, label: `Commune ${code}` }
}

async function findCommunes(text: string): Promise<Suggestion[]> {
  const directory = await loadCommunes()
  return directory.search(text, linesShown).map(lineOf)
}

function lineOf({ code, name, postalCodes }: Commune): Suggestion {
  return { id: code, label: name, detail: postalCodes[0] ?? code }
}
