import { useState } from 'react'
import { FormDialog } from './FormDialog.tsx'
import { TextField } from './TextField.tsx'

export interface NameDialogProps {
  title: string
  label: string
  hint?: string
  initial?: string
  /** Words of the button. */
  action: string
  maxLength?: number
  /** Rejects where it can't be kept: the dialog stays, with what was typed. */
  onName: (name: string) => Promise<void>
  onClose: () => void
}

/** Asks for a name, and nothing else. */
export function NameDialog({
  title,
  label,
  hint,
  initial = '',
  action,
  maxLength = 120,
  onName,
  onClose,
}: NameDialogProps) {
  const [name, setName] = useState(initial)
  const [error, setError] = useState<string>()
  const submit = () => {
    if (name.trim() === '') return setError('Donnez un nom.')
    onName(name.trim()).catch(() => setError('Cet appareil n’a pas pu garder ce nom. Réessayez.'))
  }
  return (
    <FormDialog {...{ title, action, onClose }} onSubmit={submit}>
      <TextField
        label={label}
        hint={hint}
        value={name}
        maxLength={maxLength}
        autoComplete="off"
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the dialog was just opened in order to type here
        autoFocus
        onChange={(event) => setName(event.target.value)}
        error={error}
      />
    </FormDialog>
  )
}
