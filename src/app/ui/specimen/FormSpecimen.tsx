import { useState } from 'react'
import { Button } from '../Button.tsx'
import { ChipCheckboxGroup } from '../ChipCheckboxGroup.tsx'
import { ChipRadioGroup } from '../ChipRadioGroup.tsx'
import { Combobox } from '../Combobox.tsx'
import { Disclosure } from '../Disclosure.tsx'
import { PageHeader } from '../PageHeader.tsx'
import { Stack } from '../Stack.tsx'
import { StateMark } from '../StateMark.tsx'
import { TextArea } from '../TextArea.tsx'
import type { Suggestion } from '../use-suggestions.ts'
import { chips, searchAmong, specimenPlaces } from './specimen-data.ts'
import styles from './specimen.module.css'

const days = chips('Aujourd’hui', 'Hier', 'Autre date')
const durations = chips('15 min', '30 min', '45 min', '1 h', 'Autre')
const themes = chips(
  'Démarches administratives',
  'E-mail',
  'Prise en main du matériel',
  'Smartphone',
  'Bureautique',
  'Prévention en sécurité numérique',
  'Réseaux sociaux, communication',
)

/** A form as a person meets it: the pieces must make a calm whole on one screen of a phone. */
export function FormSpecimen() {
  const [day, setDay] = useState<string | null>('Aujourd’hui')
  const [place, setPlace] = useState<Suggestion | null>(specimenPlaces[0] ?? null)
  const [duration, setDuration] = useState<string | null>('30 min')
  const [chosen, setChosen] = useState<string[]>(['E-mail'])
  const [open, setOpen] = useState(false)
  return (
    <section id="formulaire" aria-label="Formulaire" className={styles.form}>
      <PageHeader title="Compte rendu" back={{ href: '#contenu' }} aside={<StateMark state="draft" />} />
      <Stack>
        <ChipRadioGroup label="Quand" options={days} value={day} onChange={setDay} />
        <Combobox label="Où" value={place} onChange={setPlace} search={searchAmong(specimenPlaces)} />
        <ChipRadioGroup label="Durée" options={durations} value={duration} onChange={setDuration} />
        <ChipCheckboxGroup
          label="Sur quoi"
          options={themes}
          values={chosen}
          onChange={setChosen}
          firstShown={4}
        />
        <Disclosure
          summary="Préciser"
          detail="autonomie, matériel, orientation, note"
          open={open}
          onToggle={setOpen}
        >
          <TextArea
            label="Note"
            hint="Elle reste privée tant que vous ne la partagez pas."
            limit={5000}
            rows={3}
          />
        </Disclosure>
        <Button variant="primary" wide>
          Enregistrer
        </Button>
      </Stack>
    </section>
  )
}
