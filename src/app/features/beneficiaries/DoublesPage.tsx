import { useState } from 'react'
import { Link } from 'wouter'
import { doublesMost } from '../../../domain/beneficiary/find-doubles.ts'
import { addresses } from '../../addresses.ts'
import { mergeAddress } from '../../later-addresses.ts'
import { sayApart } from '../../data/change-people.ts'
import { nameOf, type LocalPerson } from '../../data/people-of-rows.ts'
import { useDatabase } from '../../data/react/database-context.ts'
import { useDoubles } from '../../data/react/use-doubles.ts'
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
import { useSayDone } from '../../ui/undo.ts'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import { personInShort } from './person-words.ts'

const step = 20

/** Pages that are probably of one person, two by two: made one, or said not to be, once and for all. */
export function DoublesPage() {
  const { pairs, isSearching } = useDoubles()
  const [limit, setLimit] = useState(step)
  return (
    <Page
      title="Doublons probables"
      lead="Mêmes noms, aux accents et aux fautes de frappe près. Un téléphone partagé ne suffit pas."
      back={{ href: addresses.beneficiaries }}
    >
      <Stack>
        <Status>
          {isSearching ? 'Recherche parmi toutes les fiches…' : pairs.length > 0 && howMany(pairs.length)}
        </Status>
        {!isSearching && pairs.length === 0 && (
          <EmptyState icon="check" title="Aucun doublon probable.">
            Chaque personne suivie n’a qu’une fiche.
          </EmptyState>
        )}
        <List label="Doublons probables">
          {pairs.slice(0, limit).map(([one, other]) => (
            <PairRow key={`${one.id} ${other.id}`} one={one} other={other} />
          ))}
        </List>
        {pairs.length > limit && <Button onClick={() => setLimit(limit + step)}>Afficher la suite</Button>}
      </Stack>
    </Page>
  )
}

function PairRow({ one, other }: { one: LocalPerson; other: LocalPerson }) {
  const db = useDatabase()
  const sayDone = useSayDone()
  const keepApart = async () => {
    const takeBack = await sayApart(db, one, other)
    sayDone({
      text: 'Ces deux personnes ne seront plus proposées.',
      actions: [{ label: 'Annuler', onAct: () => void takeBack() }],
    })
  }
  const isSameName = nameOf(one.person) === nameOf(other.person)
  const who = <VisuallyHidden>{`${nameOf(one.person)} et ${nameOf(other.person)}`}</VisuallyHidden>
  return (
    <ListRow
      icon="two-sheets"
      title={isSameName ? nameOf(one.person) : `${nameOf(one.person)} et ${nameOf(other.person)}`}
      detail={
        <>
          {inShort(one, isSameName)}
          <br />
          {inShort(other, isSameName)}
        </>
      }
      actions={
        <Row>
          <Link href={mergeAddress(one.id, other.id)} asChild>
            <ButtonLink>
              <span>Comparer et réunir {who}</span>
            </ButtonLink>
          </Link>
          <Button variant="quiet" onClick={() => void keepApart()}>
            <span>Ce ne sont pas les mêmes {who}</span>
          </Button>
        </Row>
      }
    />
  )
}

/** What tells a page from the other: what is noted on it, under its name where the names differ. */
function inShort({ person }: LocalPerson, isSameName: boolean): string {
  const noted = personInShort(person) || 'rien d’autre n’est noté'
  return isSameName ? noted : `${nameOf(person)}\u00A0: ${noted}`
}

/** When as many are found as are looked for, there may be more. */
function howMany(count: number): string {
  return count < doublesMost
    ? counted(count, 'doublon probable', 'doublons probables')
    : `Les ${count} premiers doublons probables. Les autres viendront ensuite.`
}
