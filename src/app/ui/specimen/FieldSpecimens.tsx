import { useState } from 'react'
import { Combobox } from '../Combobox.tsx'
import { DateField } from '../DateField.tsx'
import { NumberField } from '../NumberField.tsx'
import { SelectField } from '../SelectField.tsx'
import { TextArea } from '../TextArea.tsx'
import { TextField } from '../TextField.tsx'
import type { Suggestion } from '../use-suggestions.ts'
import { chips, searchAmong, specimenCommunes } from './specimen-data.ts'
import { SpecimenSection } from './SpecimenSection.tsx'

export function FieldSpecimens() {
  const [commune, setCommune] = useState<Suggestion | null>(specimenCommunes[0] ?? null)
  const [none, setNone] = useState<Suggestion | null>(null)
  return (
    <SpecimenSection id="champs" narrow title="Champs">
      <TextField
        label="Nom de la démarche"
        need="optional"
        hint="Pas de nom de personne."
        defaultValue="Carte grise"
      />
      <TextField
        label="Adresse électronique"
        need="required"
        hint="Celle de votre structure."
        error="L’adresse n’est pas complète. Ajoutez ce qui suit le signe @."
        defaultValue="awa@"
      />
      <TextField label="Structure" defaultValue="Mairie de Saint-Girons" readOnly />
      <DateField label="Date" defaultValue="2026-11-23" min="2025-11-23" max="2026-11-23" />
      <NumberField label="Durée" unit="minutes" defaultValue="90" />
      <SelectField label="Période" options={chips('Ce mois', 'Le mois dernier', 'Cette année')} />
      <SelectField
        label="Orientation"
        placeholder="Choisissez une réponse"
        error="Choisissez vers qui la personne a été orientée."
        options={chips(
          'Structure d’aide aux démarches (France Services…)',
          'Opérateur ou organisme en charge',
        )}
      />
      <TextArea
        label="Note"
        limit={40}
        rows={3}
        defaultValue="Une note trop longue pour ce qu’elle peut contenir."
      />
      <Combobox
        label="Commune"
        hint="Nom ou code postal."
        minLength={2}
        value={commune}
        onChange={setCommune}
        search={searchAmong(specimenCommunes)}
      />
      <Combobox
        label="Lieu d’activité"
        value={none}
        onChange={setNone}
        search={searchAmong(specimenCommunes)}
        extra={{ label: (text) => `Ajouter le lieu «\u00A0${text}\u00A0»`, onPick: () => setNone(null) }}
      />
    </SpecimenSection>
  )
}
