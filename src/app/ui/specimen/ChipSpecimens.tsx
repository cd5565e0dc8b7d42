import { useState } from 'react'
import { Checkbox } from '../Checkbox.tsx'
import { ChipCheckboxGroup } from '../ChipCheckboxGroup.tsx'
import { ChipRadioGroup } from '../ChipRadioGroup.tsx'
import { SwitchRow } from '../SwitchRow.tsx'
import { chips } from './specimen-data.ts'
import { SpecimenSection } from './SpecimenSection.tsx'

const autonomies = chips('Avec guidage', 'Autonome avec guidage si besoin', 'Autonome')
const equipment = chips('Ordinateur', 'Téléphone', 'Tablette', 'Autre', 'Pas de matériel')

export function ChipSpecimens() {
  const [autonomy, setAutonomy] = useState<string | null>('Autonome')
  const [missing, setMissing] = useState<string | null>(null)
  const [used, setUsed] = useState<string[]>(['Ordinateur', 'Tablette'])
  return (
    <SpecimenSection id="choix" narrow title="Choix">
      <ChipRadioGroup
        label="Autonomie"
        need="optional"
        options={autonomies}
        value={autonomy}
        onChange={setAutonomy}
        onClear={() => setAutonomy(null)}
      />
      <ChipCheckboxGroup
        label="Matériel"
        hint="Plusieurs réponses possibles."
        options={equipment}
        values={used}
        onChange={setUsed}
        exclusive="Pas de matériel"
      />
      <ChipRadioGroup
        label="Durée"
        need="required"
        error="Indiquez la durée de l’accompagnement."
        options={chips('15 min', '30 min', '1 h', '1 h 30', 'Autre')}
        value={missing}
        onChange={setMissing}
      />
      <Checkbox label="Cette personne a déjà été accompagnée" defaultChecked />
      <Checkbox
        label="Je certifie que ces comptes rendus correspondent à l’activité de la structure"
        error="Cochez cette case pour continuer."
      />
      <SwitchRow
        label="Partager cette note avec ma structure"
        hint="Sinon, personne d’autre que vous ne la lit."
        defaultChecked
      />
      <SwitchRow label="Recevoir un rappel le vendredi" />
      <SwitchRow label="Réglage décidé par votre structure" disabled />
    </SpecimenSection>
  )
}
