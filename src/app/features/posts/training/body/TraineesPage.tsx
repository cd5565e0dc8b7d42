import { useState } from 'react'
import { Link } from 'wouter'
import type { Trainees } from '../../../../../domain/access/training-on-the-wire.ts'
import type { TrainingBodyId } from '../../../../../domain/commitments/training/training-ids.ts'
import { foldName } from '../../../../../domain/territory/fold-name.ts'
import { addresses } from '../../../../addresses.ts'
import { fetchTrainees } from '../../../../data/training.ts'
import { importTrainingAddress, traineesAddress } from '../../../../later-addresses.ts'
import { Button } from '../../../../ui/Button.tsx'
import { ButtonLink } from '../../../../ui/ButtonLink.tsx'
import { EmptyState } from '../../../../ui/EmptyState.tsx'
import { counted } from '../../../../ui/format/number.ts'
import { List } from '../../../../ui/List.tsx'
import { ListRow } from '../../../../ui/ListRow.tsx'
import { Page } from '../../../../ui/Page.tsx'
import { Row } from '../../../../ui/Row.tsx'
import { Stack } from '../../../../ui/Stack.tsx'
import { TextField } from '../../../../ui/TextField.tsx'
import { PostsState } from '../../PostsState.tsx'
import { useServerOnly } from '../../server-only.ts'
import { StatusWord } from '../../StatusWord.tsx'

/** Whom a body trains: those of whom something is still to be said first. */
export function TraineesPage({ body, name }: { body: TrainingBodyId; name: string }) {
  const { answer, phase, reload } = useServerOnly(body, fetchTrainees)
  return (
    <Page
      title="Stagiaires"
      documentTitle={`Stagiaires, ${name}`}
      lead={name}
      back={{ href: addresses.home }}
    >
      <Stack gap="section">
        <PostsState phase={phase} isEmpty={!answer} onAgain={reload} />
        {answer && <Shown body={body} trainees={answer.trainees} />}
      </Stack>
    </Page>
  )
}

const shownAtFirst = 100

type Listed = Trainees['trainees'][number]

function Shown({ body, trainees }: { body: TrainingBodyId; trainees: readonly Listed[] }) {
  const [searched, setSearched] = useState('')
  const [shown, setShown] = useState(shownAtFirst)
  if (trainees.length === 0) {
    return (
      <EmptyState icon="people" title="Aucune personne ne vous est encore confiée.">
        Chaque structure d’accueil vous confie ses conseillers et conseillères depuis sa page
        «&nbsp;Formation&nbsp;».
      </EmptyState>
    )
  }
  const wanted = foldName(searched)
  const found = trainees
    .filter((one) => foldName(`${one.name} ${one.structureName}`).includes(wanted))
    .toSorted((a, b) => b.toTell - a.toTell)
  return (
    <>
      <Row>
        <Link href={importTrainingAddress(body)} asChild>
          <ButtonLink icon="calendar">Importer un calendrier</ButtonLink>
        </Link>
      </Row>
      <TextField
        label="Chercher une personne ou une structure"
        need="optional"
        autoComplete="off"
        value={searched}
        onChange={({ target }) => setSearched(target.value)}
      />
      <section aria-labelledby="stagiaires">
        <Stack>
          <h2 id="stagiaires">{counted(found.length, 'personne', 'personnes')}</h2>
          <List labelledBy="stagiaires">
            {found.slice(0, shown).map((one) => (
              <Link key={one.scope} href={traineesAddress(body, one.scope)} asChild>
                <ListRow
                  icon="person"
                  title={one.name}
                  detail={one.structureName}
                  state={<ToDo of={one} />}
                />
              </Link>
            ))}
          </List>
          {shown < found.length && (
            <div>
              <Button onClick={() => setShown(shown + shownAtFirst)}>Afficher plus de personnes</Button>
            </div>
          )}
        </Stack>
      </section>
    </>
  )
}

function ToDo({ of: { toTell, isPositioned } }: { of: Listed }) {
  if (toTell > 0) {
    return <StatusWord tone="warn">{counted(toTell, 'présence à noter', 'présences à noter')}</StatusWord>
  }
  return isPositioned ? null : <StatusWord tone="soft">Test de positionnement à noter</StatusWord>
}
