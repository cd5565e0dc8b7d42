import { useState } from 'react'
import { placeSchema, type Place } from '../../../domain/place/place.ts'
import { Button } from '../../ui/Button.tsx'
import { Row } from '../../ui/Row.tsx'
import { Stack } from '../../ui/Stack.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { CommuneField } from './CommuneField.tsx'
import styles from './file-report.module.css'

export type NewPlace = Pick<Place, 'name' | 'commune'>

export interface AddPlaceProps {
  onAdd: (place: NewPlace) => Promise<void>
  onCancel: () => void
}

/** A new place of activity, by name and commune, without leaving the report. */
export function AddPlace({ onAdd, onCancel }: AddPlaceProps) {
  const [name, setName] = useState('')
  const [commune, setCommune] = useState('')
  const [errors, setErrors] = useState<PlaceErrors>({})
  const add = async () => {
    const parsed = placeSchema.safeParse({ name, commune })
    setErrors(parsed.success ? {} : errorsOf(parsed.error.issues))
    if (parsed.success) await onAdd(parsed.data)
  }
  return (
    <fieldset className={styles.panel}>
      <legend className={styles.panelName}>Nouveau lieu d’activité</legend>
      <Stack>
        <TextField
          label="Nom du lieu"
          hint="Pas de nom de personne."
          value={name}
          onChange={(event) => setName(event.target.value)}
          error={errors.name}
          autoComplete="off"
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the line was just chosen in order to type here
          autoFocus
        />
        <CommuneField label="Commune du lieu" value={commune} onChange={setCommune} error={errors.commune} />
        <Row>
          <Button onClick={() => void add()}>Ajouter ce lieu</Button>
          <Button variant="quiet" onClick={onCancel}>
            Annuler
          </Button>
        </Row>
      </Stack>
    </fieldset>
  )
}

interface PlaceErrors {
  name?: string
  commune?: string
}

function errorsOf(
  issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[],
): PlaceErrors {
  return Object.fromEntries(issues.map(({ path, message }) => [String(path[0]), message]))
}
