import { useState } from 'react'
import type { ScopeId } from '../../../domain/ids.ts'
import { placeAddressMaxLength, placeNameMaxLength, placeSchema } from '../../../domain/place/place.ts'
import { savePlace } from '../../data/change-place.ts'
import type { LocalPlace } from '../../data/places.ts'
import { useDatabase } from '../../data/react/database-context.ts'
import { findCommunes, useCommuneLine } from '../../data/react/use-commune-choice.ts'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { Combobox } from '../../ui/Combobox.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { TextField } from '../../ui/TextField.tsx'

export interface PlaceDialogProps {
  scope: ScopeId
  /** A new one where there is none. */
  place: LocalPlace | undefined
  onClose: () => void
}

/** A place of activity, new or known. */
export function PlaceDialog({ scope, place, onClose }: PlaceDialogProps) {
  const { values, errors, set, submit } = usePlaceForm({ scope, place, onClose })
  const commune = useCommuneLine(values.commune)
  return (
    <FormDialog
      title={place ? 'Modifier le lieu' : 'Nouveau lieu d’activité'}
      action={place ? 'Enregistrer ce lieu' : 'Ajouter ce lieu'}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField
        label="Nom du lieu"
        hint={
          place
            ? 'Pas de nom de personne. Vos comptes rendus passés gardent l’ancien nom et l’ancienne commune.'
            : 'Pas de nom de personne.'
        }
        value={values.name}
        maxLength={placeNameMaxLength}
        autoComplete="off"
        onChange={(event) => set({ name: event.target.value })}
        error={errors['name']}
      />
      <Combobox
        label="Commune"
        value={commune}
        onChange={(line) => set({ commune: line?.id ?? '' })}
        search={findCommunes}
        minLength={2}
        error={errors['commune']}
      />
      <TextField
        label="Adresse"
        need="optional"
        value={values.address}
        maxLength={placeAddressMaxLength}
        autoComplete="off"
        onChange={(event) => set({ address: event.target.value })}
        error={errors['address']}
      />
      <Checkbox
        label="Lieu itinérant"
        hint="Bus, camion, ou permanence qui se déplace."
        checked={values.itinerant}
        onChange={(event) => set({ itinerant: event.target.checked })}
        error={errors['kept']}
      />
    </FormDialog>
  )
}

interface PlaceValues {
  name: string
  commune: string
  address: string
  itinerant: boolean
}

type Errors = Readonly<Partial<Record<string, string>>>

function usePlaceForm({ scope, place, onClose }: PlaceDialogProps) {
  const db = useDatabase()
  const [values, setValues] = useState<PlaceValues>({
    name: place?.name ?? '',
    commune: place?.commune ?? '',
    address: place?.address ?? '',
    itinerant: place?.itinerant ?? false,
  })
  const [errors, setErrors] = useState<Errors>({})
  const save = async () => {
    const { address, ...said } = values
    const parsed = placeSchema.safeParse({ ...said, ...(address.trim() ? { address } : {}) })
    if (!parsed.success) {
      setErrors(
        Object.fromEntries(parsed.error.issues.map(({ path, message }) => [String(path[0]), message])),
      )
      return
    }
    await savePlace(db, { scope, place: parsed.data, ...(place ? { id: place.id } : {}) })
    onClose()
  }
  return {
    values,
    errors,
    set: (change: Partial<PlaceValues>) => setValues((before) => ({ ...before, ...change })),
    submit: () => {
      save().catch(() => setErrors({ kept: 'Cet appareil n’a pas pu garder ce lieu. Réessayez.' }))
    },
  }
}
