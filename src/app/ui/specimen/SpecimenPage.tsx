import { Prose } from '../Prose.tsx'
import { SkipLink } from '../SkipLink.tsx'
import { ButtonSpecimens } from './ButtonSpecimens.tsx'
import { ChipSpecimens } from './ChipSpecimens.tsx'
import { FieldSpecimens } from './FieldSpecimens.tsx'
import { FormSpecimen } from './FormSpecimen.tsx'
import { FrameSpecimens } from './FrameSpecimens.tsx'
import { ListSpecimens } from './ListSpecimens.tsx'
import { MessageSpecimens } from './MessageSpecimens.tsx'
import { SpecimenSection } from './SpecimenSection.tsx'
import styles from './specimen.module.css'
import { TableSpecimens } from './TableSpecimens.tsx'

/** Every piece of interface in all its states, to be looked at and photographed. Loaded in development only. */
export function SpecimenPage() {
  return (
    <>
      <SkipLink />
      <main className={styles.page} id="contenu" tabIndex={-1}>
        <FrameSpecimens />
        <FormSpecimen />
        <ButtonSpecimens />
        <ChipSpecimens />
        <FieldSpecimens />
        <MessageSpecimens />
        <ListSpecimens />
        <TableSpecimens />
        <SpecimenSection id="texte" title="Texte">
          <Prose>
            <h3>Vos données restent les vôtres</h3>
            <p>
              Ce que vous écrivez est d’abord enregistré sur cet appareil, puis envoyé dès que le réseau
              revient. Lisez <a href="#texte">la page sur les données personnelles</a> pour savoir qui voit
              quoi.
            </p>
            <ul>
              <li>votre structure voit vos activités, sans le nom des personnes&nbsp;;</li>
              <li>l’État voit des nombres&nbsp;;</li>
              <li>personne ne voit vos notes, sauf celles que vous partagez.</li>
            </ul>
          </Prose>
        </SpecimenSection>
      </main>
    </>
  )
}
