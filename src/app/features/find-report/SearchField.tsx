import { useId } from 'react'
import { TextField } from '../../ui/TextField.tsx'
import { counted } from '../../ui/format/number.ts'
import { Status } from '../../ui/Status.tsx'

export interface SearchFieldProps {
  value: string
  onChange: (text: string) => void
  /** Reports found. */
  count: number
}

/** Searches the device's own reports, as one types. The key `/` comes here. */
export function SearchField({ value, onChange, count }: SearchFieldProps) {
  const id = useId()
  const isSearching = value.trim() !== ''
  return (
    <search>
      <TextField
        id={id}
        label="Chercher"
        type="search"
        placeholder="Lieu, thématique, mois, étiquette…"
        autoComplete="off"
        data-search
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      <Status>{isSearching && foundSentence(count)}</Status>
    </search>
  )
}

function foundSentence(count: number): string {
  if (count === 0) return 'Aucun compte rendu de cet appareil ne correspond.'
  return `${counted(count, 'compte rendu trouvé', 'comptes rendus trouvés')}.`
}
