import { useState } from 'react'
import { keptWhileUnseen } from '../../../domain/beneficiary/long-unseen.ts'
import { addresses } from '../../addresses.ts'
import { erasePerson } from '../../data/beneficiaries.ts'
import { keepPeople } from '../../data/change-people.ts'
import type { LongUnseen } from '../../data/long-unseen.ts'
import { nameOf } from '../../data/people-of-rows.ts'
import { useDatabase } from '../../data/react/database-context.ts'
import { useLongUnseen } from '../../data/react/use-long-unseen.ts'
import { useToday } from '../../data/react/use-today.ts'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { formatDayWithYear } from '../../ui/format/date.ts'
import { counted } from '../../ui/format/number.ts'
import { Page } from '../../ui/Page.tsx'
import { Row } from '../../ui/Row.tsx'
import { Stack } from '../../ui/Stack.tsx'
import { Status } from '../../ui/Status.tsx'
import { useSayDone } from '../../ui/undo.ts'

const { monthsUnseen, monthsOnceKept } = keptWhileUnseen

/** People who haven't been seen for long: a page isn't kept for ever without anybody asking. */
export function LongUnseenPage() {
  const unseen = useLongUnseen()
  return (
    <Page
      title="Personnes pas revues depuis longtemps"
      lead={`Aucun compte rendu ne les nomme depuis ${monthsUnseen} mois. Effacez les fiches dont vous n’avez plus besoin.`}
      back={{ href: addresses.beneficiaries }}
    >
      {unseen === undefined && <Status>Recherche parmi toutes les fiches…</Status>}
      {unseen?.length === 0 && (
        <EmptyState icon="check" title="Aucune fiche n’est à effacer.">
          Toutes les personnes suivies ont été vues depuis {monthsUnseen}&nbsp;mois, ou vous avez choisi de
          garder leur fiche.
        </EmptyState>
      )}
      {unseen && unseen.length > 0 && <Choice unseen={unseen} />}
    </Page>
  )
}

const step = 20

function Choice({ unseen }: { unseen: readonly LongUnseen[] }) {
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const [limit, setLimit] = useState(step)
  const shown = unseen.slice(0, limit)
  const chosen = unseen.filter(({ local }) => ticked.has(local.id))
  const toggle = (id: string) =>
    setTicked(
      ticked.has(id) ? new Set([...ticked].filter((other) => other !== id)) : new Set([...ticked, id]),
    )
  const isAllTicked = shown.every(({ local }) => ticked.has(local.id))
  return (
    <Stack>
      <Status>{counted(unseen.length, 'personne', 'personnes')}</Status>
      <Row>
        <Button onClick={() => setTicked(new Set(isAllTicked ? [] : shown.map(({ local }) => local.id)))}>
          {isAllTicked ? 'Tout décocher' : 'Tout cocher'}
        </Button>
      </Row>
      <div>
        {shown.map(({ local, lastDay, isNamed }) => (
          <Checkbox
            key={local.id}
            label={`${local.person.name} ${local.person.firstName}`}
            hint={
              isNamed
                ? `Dernier compte rendu le ${formatDayWithYear(lastDay)}.`
                : `Aucun compte rendu. Fiche créée le ${formatDayWithYear(lastDay)}.`
            }
            checked={ticked.has(local.id)}
            onChange={() => toggle(local.id)}
          />
        ))}
      </div>
      {unseen.length > limit && <Button onClick={() => setLimit(limit + step)}>Afficher la suite</Button>}
      <WithChosen chosen={chosen} onDone={() => setTicked(new Set())} />
    </Stack>
  )
}

/** What can be done with those that are ticked: erased for good, or kept and asked about again later. */
function WithChosen({ chosen, onDone }: { chosen: readonly LongUnseen[]; onDone: () => void }) {
  const db = useDatabase()
  const today = useToday()
  const sayDone = useSayDone()
  const [isAsking, setAsking] = useState(false)
  const people = chosen.map(({ local }) => local)
  const keep = async () => {
    const takeBack = await keepPeople(db, people, today)
    onDone()
    sayDone({
      text: `${counted(people.length, 'fiche gardée', 'fiches gardées')}. La question reviendra dans ${monthsOnceKept} mois.`,
      actions: [{ label: 'Annuler', onAct: () => void takeBack() }],
    })
  }
  const erase = async () => {
    setAsking(false)
    for (const local of people) await erasePerson(db, local)
    onDone()
    sayDone({ text: `${counted(people.length, 'fiche effacée', 'fiches effacées')}.` })
  }
  const count = counted(people.length, 'fiche cochée', 'fiches cochées')
  return (
    <>
      <Row>
        <Button
          variant="destructive"
          icon="trash"
          disabled={people.length === 0}
          onClick={() => setAsking(true)}
        >
          Effacer
        </Button>
        <Button disabled={people.length === 0} onClick={() => void keep()}>
          Garder
        </Button>
        <Status>{people.length > 0 && count}</Status>
      </Row>
      <Dialog
        open={isAsking}
        title={`Effacer ${counted(people.length, 'personne', 'personnes')} ?`}
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
          {people
            .slice(0, 5)
            .map(({ person }) => nameOf(person))
            .join(', ')}
          {people.length > 5 && ` et ${counted(people.length - 5, 'autre', 'autres')}`}. Leurs fiches, et
          celles qui ont été réunies avec elles, disparaissent partout et ne reviennent pas. Leurs comptes
          rendus restent et comptent des personnes anonymes.
        </p>
      </Dialog>
    </>
  )
}
