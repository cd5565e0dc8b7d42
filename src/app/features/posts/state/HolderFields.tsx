import { findCommunes, useCommuneLine } from '../../../data/react/use-commune-choice.ts'
import { ChipRadioGroup } from '../../../ui/ChipRadioGroup.tsx'
import { Combobox } from '../../../ui/Combobox.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import type { HolderValues } from './holder-form.ts'

export interface HolderFieldsProps {
  values: HolderValues
  siretError: string | undefined
  onChange: (change: Partial<HolderValues>) => void
}

/** A structure by its SIRET; by its name and town too where it is new. */
export function HolderFields({ values, siretError, onChange }: HolderFieldsProps) {
  const commune = useCommuneLine(values.commune)
  return (
    <>
      <TextField
        label="SIRET de la structure"
        hint="14 chiffres, avec ou sans espaces."
        inputMode="numeric"
        autoComplete="off"
        maxLength={30}
        value={values.siret}
        onChange={({ target }) => onChange({ siret: target.value })}
        error={siretError}
      />
      <TextField
        label="Nom de la structure"
        hint="Seulement si elle n’est pas encore dans Espace Coop."
        need="optional"
        autoComplete="off"
        maxLength={200}
        value={values.name}
        onChange={({ target }) => onChange({ name: target.value })}
      />
      <Combobox
        label="Commune de la structure"
        need="optional"
        value={commune}
        onChange={(line) => onChange({ commune: line?.id ?? '' })}
        search={findCommunes}
        minLength={2}
      />
      <ChipRadioGroup
        label="Nature"
        need="optional"
        options={[
          { value: 'public', label: 'Publique' },
          { value: 'private', label: 'Privée' },
        ]}
        value={values.nature}
        onChange={(nature) => onChange({ nature })}
      />
    </>
  )
}
