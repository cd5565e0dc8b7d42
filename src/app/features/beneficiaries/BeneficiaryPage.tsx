import { Link } from 'wouter'
import type { DocumentId } from '../../../domain/ids.ts'
import { addresses } from '../../addresses.ts'
import { formForPersonAddress, heldOnPersonAddress, mergeAddress } from '../../later-addresses.ts'
import { nameOf, type LocalPerson } from '../../data/people-of-rows.ts'
import { usePerson, useReportsOfPerson } from '../../data/react/use-people.ts'
import type { LocalReport } from '../../data/reports.ts'
import { ButtonLink } from '../../ui/ButtonLink.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { List } from '../../ui/List.tsx'
import { ListRow } from '../../ui/ListRow.tsx'
import { Page } from '../../ui/Page.tsx'
import { Row } from '../../ui/Row.tsx'
import { Stack } from '../../ui/Stack.tsx'
import { Erasure } from './Erasure.tsx'
import { MergedPages } from './MergedPages.tsx'
import { PersonForm } from './PersonForm.tsx'
import { PersonHistory } from './PersonHistory.tsx'

/** One person's page: what was done with them, who they are, and their rights over it. */
export function BeneficiaryPage({ id }: { id: DocumentId }) {
  const local = usePerson(id)
  const reports = useReportsOfPerson(local)
  const title = local ? nameOf(local.person) : 'Personne suivie'
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
  const { id, pages } = local
  return (
    <Stack gap="section">
      <Row>
        <Link href={formForPersonAddress(id)} asChild>
          <ButtonLink icon="plus">Nouveau compte rendu</ButtonLink>
        </Link>
      </Row>
      <PersonHistory reports={reports} />
      <section aria-labelledby="fiche">
        <Stack>
          <h2 id="fiche">Fiche</h2>
          <PersonForm key={pages.map((page) => page.id).join()} local={local} />
        </Stack>
      </section>
      {pages.length > 1 && <MergedPages local={local} />}
      <section aria-labelledby="autres">
        <h2 id="autres">Cette fiche et la personne</h2>
        <Stack>
          <List labelledBy="autres">
            <Link href={mergeAddress(id)} asChild>
              <ListRow
                icon="two-sheets"
                title="Réunir avec une autre fiche"
                detail="Quand la même personne a deux fiches"
              />
            </Link>
            <Link href={heldOnPersonAddress(id)} asChild>
              <ListRow
                icon="print"
                title="Tout ce qui est gardé sur cette personne"
                detail="À lui donner si elle le demande : à imprimer, ou en fichier"
              />
            </Link>
          </List>
          <Erasure local={local} reports={reports.length} />
        </Stack>
      </section>
    </Stack>
  )
}
