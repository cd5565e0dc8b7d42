import { useDeferredValue, useMemo, useState } from 'react'
import { Link } from 'wouter'
import { isPersonMeant, wordsOfPerson } from '../../../domain/beneficiary/search-people.ts'
import { wordsOf } from '../../../domain/report/search/fold-text.ts'
import { addresses, beneficiaryAddress } from '../../addresses.ts'
import type { LocalPerson } from '../../data/beneficiaries.ts'
import { usePeople } from '../../data/react/use-people.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { counted } from '../../ui/format/number.ts'
import { List } from '../../ui/List.tsx'
import { ListRow } from '../../ui/ListRow.tsx'
import { Page } from '../../ui/Page.tsx'
import { Stack } from '../../ui/Stack.tsx'
import { Status } from '../../ui/Status.tsx'
import { TextField } from '../../ui/TextField.tsx'

const step = 100

/** The people whom the advisor follows: seen by nobody else. */
export function BeneficiariesPage() {
  const people = usePeople()
  return (
    <Page title="Personnes suivies" lead="Vous seul voyez ces fiches." back={{ href: addresses.more }}>
      {people?.length === 0 && (
        <EmptyState icon="people" title="Vous ne suivez personne par son nom.">
          Dans un compte rendu, «&nbsp;Qui&nbsp;» permet de créer la fiche d’une personne qui revient.
        </EmptyState>
      )}
      {people && people.length > 0 && <PeopleList people={people} />}
    </Page>
  )
}

function PeopleList({ people }: { people: readonly LocalPerson[] }) {
  const [text, setText] = useState('')
  const [limit, setLimit] = useState(step)
  const sought = useDeferredValue(text)
  const ready = useMemo(
    () => people.map((local) => ({ local, words: wordsOfPerson(local.person) })),
    [people],
  )
  const found = useMemo(() => {
    const typed = wordsOf(sought)
    return ready.filter(({ words }) => isPersonMeant(typed, words))
  }, [ready, sought])
  return (
    <Stack>
      <TextField
        label="Chercher une personne"
        type="search"
        autoComplete="off"
        data-search
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <Status>{counted(found.length, 'personne', 'personnes')}</Status>
      <List label="Personnes suivies">
        {found.slice(0, limit).map(({ local: { id, person } }) => (
          <Link key={id} href={beneficiaryAddress(id)} asChild>
            <ListRow
              icon="person"
              title={`${person.name} ${person.firstName}`}
              detail={[person.birthYear && `née ou né en ${person.birthYear}`, person.phone]
                .filter(Boolean)
                .join(', ')}
            />
          </Link>
        ))}
      </List>
      {found.length > limit && <Button onClick={() => setLimit(limit + step)}>Afficher la suite</Button>}
    </Stack>
  )
}
