import { useDeferredValue, useMemo, useState } from 'react'
import { Link } from 'wouter'
import { addresses } from '../../addresses.ts'
import type { LocalPerson } from '../../data/people-of-rows.ts'
import { usePeople } from '../../data/react/use-people.ts'
import { useSearchablePeople } from '../../data/react/use-searchable-people.ts'
import { Button } from '../../ui/Button.tsx'
import { ButtonLink } from '../../ui/ButtonLink.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { counted } from '../../ui/format/number.ts'
import { List } from '../../ui/List.tsx'
import { ListRow } from '../../ui/ListRow.tsx'
import { Page } from '../../ui/Page.tsx'
import { Row } from '../../ui/Row.tsx'
import { Stack } from '../../ui/Stack.tsx'
import { Status } from '../../ui/Status.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { PersonRow } from './PersonRow.tsx'

const step = 50

/** The people whom the advisor follows: seen by nobody else. */
export function BeneficiariesPage() {
  const people = usePeople()
  return (
    <Page title="Personnes suivies" lead="Vous seul voyez ces fiches." back={{ href: addresses.more }}>
      {people?.length === 0 && (
        <EmptyState icon="people" title="Vous ne suivez personne par son nom." action={<NewPersonLink />}>
          Dans un compte rendu, «&nbsp;Qui&nbsp;» permet aussi de créer la fiche d’une personne qui revient.
        </EmptyState>
      )}
      {people && people.length > 0 && <PeopleList people={people} />}
    </Page>
  )
}

function NewPersonLink() {
  return (
    <Link href={addresses.newBeneficiary} asChild>
      <ButtonLink icon="plus">Nouvelle fiche</ButtonLink>
    </Link>
  )
}

function PeopleList({ people }: { people: readonly LocalPerson[] }) {
  const [text, setText] = useState('')
  const [limit, setLimit] = useState(step)
  const sought = useDeferredValue(text)
  const find = useSearchablePeople(people)
  const found = useMemo(() => find(sought), [find, sought])
  return (
    <Stack>
      <Row>
        <NewPersonLink />
      </Row>
      <TextField
        label="Chercher une personne"
        type="search"
        autoComplete="off"
        data-search
        value={text}
        onChange={(event) => {
          setText(event.target.value)
          setLimit(step)
        }}
      />
      <Status>
        {found.length === 0
          ? 'Aucune fiche ne correspond à ce que vous cherchez.'
          : counted(found.length, 'personne', 'personnes')}
      </Status>
      <List label="Personnes suivies">
        {found.slice(0, limit).map((local) => (
          <PersonRow key={local.id} local={local} />
        ))}
      </List>
      {found.length > limit && <Button onClick={() => setLimit(limit + step)}>Afficher la suite</Button>}
      <nav aria-labelledby="ranger">
        <h2 id="ranger">Mettre de l’ordre</h2>
        <List labelledBy="ranger">
          <Link href={addresses.doubles} asChild>
            <ListRow
              icon="two-sheets"
              title="Doublons probables"
              detail="Deux fiches pour une même personne"
            />
          </Link>
          <Link href={addresses.longUnseen} asChild>
            <ListRow
              icon="clock"
              title="Personnes pas revues depuis longtemps"
              detail="À effacer, ou à garder encore"
            />
          </Link>
        </List>
      </nav>
    </Stack>
  )
}
