import type { DocumentId } from '../../../domain/ids.ts'
import { beneficiaryAddress } from '../../addresses.ts'
import type { HeldOnPerson } from '../../data/held-on-person.ts'
import { nameOf } from '../../data/people-of-rows.ts'
import { useFacetNames } from '../../data/react/use-facet-names.ts'
import { useHeldOnPerson } from '../../data/react/use-held-on-person.ts'
import { useToday } from '../../data/react/use-today.ts'
import { Button } from '../../ui/Button.tsx'
import { downloadText } from '../../ui/download-text.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { formatDayWithYear } from '../../ui/format/date.ts'
import { counted } from '../../ui/format/number.ts'
import { Page } from '../../ui/Page.tsx'
import { Row } from '../../ui/Row.tsx'
import { Stack } from '../../ui/Stack.tsx'
import { AppointmentLines } from './AppointmentLines.tsx'
import { FieldLines } from './FieldLines.tsx'
import { heldLines } from './held-lines.ts'
import { bodyOf, linesOf } from './merge-people.ts'
import { personFile } from './person-file.ts'

/** All that is held on one person, for them: to be read, printed, or taken as a file. */
export function HeldPage({ id }: { id: DocumentId }) {
  const held = useHeldOnPerson(id)
  const title = held
    ? `Ce qui est gardé sur ${nameOf(held.local.person)}`
    : 'Ce qui est gardé sur une personne'
  return (
    <Page title={title} back={{ href: beneficiaryAddress(id), label: 'Retour à la fiche' }}>
      {held === null && (
        <EmptyState icon="person" title="Rien n’est gardé sur cette personne.">
          Sa fiche a été effacée, ou elle n’est pas encore arrivée sur cet appareil.
        </EmptyState>
      )}
      {held && <Held held={held} />}
    </Page>
  )
}

function Held({ held }: { held: HeldOnPerson }) {
  const { local, reports, appointments } = held
  const names = useFacetNames()
  const today = useToday()
  const [, ...merged] = local.pages
  return (
    <Stack gap="section">
      <div data-print="hide">
        <Row>
          <Button icon="print" onClick={() => print()}>
            Imprimer
          </Button>
          <Button
            icon="download"
            onClick={() => downloadText('personne-suivie.json', 'application/json', personFile(held))}
          >
            Télécharger le fichier
          </Button>
        </Row>
      </div>
      <p>
        Établi le {formatDayWithYear(today)} avec Espace Coop. Seul votre conseiller ou votre conseillère
        numérique voit cette fiche. Vous pouvez demander qu’elle soit corrigée ou effacée.
      </p>
      <section aria-labelledby="fiche">
        <h2 id="fiche">Fiche</h2>
        <FieldLines lines={linesOf(bodyOf(local), names.communes)} />
      </section>
      {merged.map(({ id, body }, index) => (
        <section key={id} aria-labelledby={`reunie-${index}`}>
          <h2 id={`reunie-${index}`}>Fiche réunie avec celle-ci</h2>
          <FieldLines lines={linesOf(body, names.communes)} />
        </section>
      ))}
      <section aria-labelledby="accompagnements">
        <Stack>
          <h2 id="accompagnements">{counted(reports.length, 'accompagnement', 'accompagnements')}</h2>
          {reports.map((one) => (
            <div key={one.id}>
              <h3>{formatDayWithYear(one.report.date)}</h3>
              <FieldLines lines={heldLines(local, one, names)} />
            </div>
          ))}
        </Stack>
      </section>
      {appointments.length > 0 && <AppointmentLines appointments={appointments} />}
    </Stack>
  )
}
