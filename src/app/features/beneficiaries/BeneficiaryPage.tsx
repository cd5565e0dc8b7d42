import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import type { DocumentId } from '../../../domain/ids.ts'
import { reportTitle } from '../../../domain/report/report-title.ts'
import { addresses, formForPersonAddress, reportAddress } from '../../addresses.ts'
import { erasePerson, type LocalPerson } from '../../data/beneficiaries.ts'
import { useDatabase } from '../../data/react/database-context.ts'
import { usePerson, useReportsOfPerson } from '../../data/react/use-people.ts'
import type { LocalReport } from '../../data/reports.ts'
import { Button } from '../../ui/Button.tsx'
import { ButtonLink } from '../../ui/ButtonLink.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { downloadText } from '../../ui/download-text.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { formatDayWithYear } from '../../ui/format/date.ts'
import { counted } from '../../ui/format/number.ts'
import { List } from '../../ui/List.tsx'
import { ListRow } from '../../ui/ListRow.tsx'
import { Page } from '../../ui/Page.tsx'
import { Row } from '../../ui/Row.tsx'
import { Stack } from '../../ui/Stack.tsx'
import { PersonForm } from './PersonForm.tsx'
import { personFile } from './person-file.ts'

/** One person's page: who they are, what was done with them, and their rights over it. */
export function BeneficiaryPage({ id }: { id: DocumentId }) {
  const local = usePerson(id)
  const reports = useReportsOfPerson(id)
  const title = local ? `${local.person.firstName} ${local.person.name}` : 'Personne suivie'
  return (
    <Page title={title} back={{ href: addresses.beneficiaries, label: 'Retour aux personnes suivies' }}>
      {local === null && (
        <EmptyState icon="person" title="Cette fiche n’est pas sur cet appareil.">
          Elle a été effacée, elle n’est pas encore arrivée, ou votre contrat est terminé depuis plus de
          90&nbsp;jours.
        </EmptyState>
      )}
      {local && reports && <PersonDetail local={local} reports={reports} />}
    </Page>
  )
}

function PersonDetail({ local, reports }: { local: LocalPerson; reports: readonly LocalReport[] }) {
  const { id, person } = local
  const [first, last] = [reports.at(-1), reports.at(0)]
  return (
    <Stack gap="section">
      <Row>
        <Link href={formForPersonAddress(id)} asChild>
          <ButtonLink icon="plus">Nouveau compte rendu</ButtonLink>
        </Link>
        <Button
          icon="download"
          onClick={() =>
            downloadText('personne-suivie.json', 'application/json', personFile(person, reports))
          }
        >
          Donner à la personne ce qui est gardé sur elle
        </Button>
      </Row>
      <PersonForm key={id} local={local} />
      <section aria-labelledby="accompagnements">
        <h2 id="accompagnements">{counted(reports.length, 'compte rendu', 'comptes rendus')}</h2>
        {first && last && (
          <p>
            Du {formatDayWithYear(first.report.date)} au {formatDayWithYear(last.report.date)}.
          </p>
        )}
        <List labelledBy="accompagnements">
          {reports.map(({ id: reportId, report }) => (
            <Link key={reportId} href={reportAddress(reportId)} asChild>
              <ListRow title={reportTitle(report)} detail={formatDayWithYear(report.date)} />
            </Link>
          ))}
        </List>
      </section>
      <Erasure local={local} reports={reports.length} />
    </Stack>
  )
}

/** The right to be forgotten: what goes and what stays, in words, before it is done for good. */
function Erasure({ local: { id, person }, reports }: { local: LocalPerson; reports: number }) {
  const db = useDatabase()
  const [, navigate] = useLocation()
  const [isAsking, setAsking] = useState(false)
  const erase = async () => {
    await erasePerson(db, id)
    navigate(addresses.beneficiaries, { replace: true })
  }
  return (
    <div>
      <Button variant="destructive" icon="trash" onClick={() => setAsking(true)}>
        Effacer cette personne
      </Button>
      <Dialog
        open={isAsking}
        title={`Effacer ${person.firstName} ${person.name} ?`}
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button variant="destructive" onClick={() => void erase()}>
              Effacer pour toujours
            </Button>
            <Button onClick={() => setAsking(false)}>Annuler</Button>
          </>
        }
      >
        <p>
          Sa fiche disparaît partout, sur tous vos appareils et sur le serveur, et ne revient pas.{' '}
          {reports > 0 &&
            `Ses ${counted(reports, 'compte rendu reste et compte', 'comptes rendus restent et comptent')} une personne anonyme.`}
        </p>
      </Dialog>
    </div>
  )
}
