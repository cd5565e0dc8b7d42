import { useState } from 'react'
import { Button } from '../Button.tsx'
import { Disclosure } from '../Disclosure.tsx'
import { List } from '../List.tsx'
import { ListRow } from '../ListRow.tsx'
import { StateMark } from '../StateMark.tsx'
import { SpecimenSection } from './SpecimenSection.tsx'

export function ListSpecimens() {
  const [open, setOpen] = useState(true)
  return (
    <SpecimenSection id="listes" title="Listes">
      <div>
        <h3 id="jour">Aujourd’hui</h3>
        <List labelledBy="jour">
          <ListRow
            href="#r1"
            icon="person"
            title="E-mail et 2 autres"
            detail="Personne anonyme · Médiathèque"
            end="30 min"
            state={<StateMark state="on-device" />}
            marked
          />
          <ListRow
            href="#r2"
            icon="people"
            title="Bureautique"
            detail="12 personnes · Mairie"
            end="2 h"
            aria-current
          />
          <ListRow
            href="#r3"
            icon="person"
            title="Aide aux démarches administratives"
            detail="Saint-Remy-en-Bouzemont-Saint-Genest-et-Isson"
            end="1 h 30"
            state={<StateMark state="to-correct" />}
          />
          <ListRow
            href="#r4"
            icon="clock"
            title="Réunion"
            end="1 h"
            actions={
              <Button variant="quiet" icon="repeat">
                Refaire
              </Button>
            }
          />
          <ListRow icon="calendar" title="Une ligne qui ne s’ouvre pas" detail="Rien à voir de plus" />
        </List>
      </div>
      <Disclosure summary="Plus ancien" detail="42 comptes rendus" open={open} onToggle={setOpen}>
        <List label="Plus ancien">
          <ListRow href="#r5" icon="person" title="E-mail" detail="Vendredi 20 novembre" end="45 min" />
        </List>
      </Disclosure>
    </SpecimenSection>
  )
}
