import { useMemo, useState } from 'react'
import { Link, useLocation } from 'wouter'
import type { DocumentId } from '../../../domain/ids.ts'
import { beneficiaryAddress } from '../../addresses.ts'
import { mergeAddress } from '../../later-addresses.ts'
import { nameOf, type LocalPerson } from '../../data/people-of-rows.ts'
import { usePeople, usePerson } from '../../data/react/use-people.ts'
import { useSearchablePeople } from '../../data/react/use-searchable-people.ts'
import { ButtonLink } from '../../ui/ButtonLink.tsx'
import { Combobox } from '../../ui/Combobox.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Page } from '../../ui/Page.tsx'
import { MergeChoices } from './MergeChoices.tsx'
import { personInShort } from './person-words.ts'

/** Makes one person of two pages: the other one is chosen first, then what is right where they differ. */
export function MergePage({ id, otherId }: { id: DocumentId; otherId?: DocumentId }) {
  const one = usePerson(id)
  const other = usePerson(otherId ?? id)
  const isGone = one === null || other === null
  return (
    <Page title="Réunir deux fiches" back={{ href: beneficiaryAddress(id), label: 'Retour à la fiche' }}>
      {isGone && (
        <EmptyState icon="person" title="Une des deux fiches n’est pas sur cet appareil.">
          Elle a été effacée, ou elle n’est pas encore arrivée.
        </EmptyState>
      )}
      {one && otherId === undefined && <OtherPerson one={one} />}
      {one &&
        other &&
        otherId !== undefined &&
        (one.id === other.id ? <AlreadyOne one={one} /> : <MergeChoices {...{ one, other }} />)}
    </Page>
  )
}

function AlreadyOne({ one }: { one: LocalPerson }) {
  return (
    <EmptyState
      icon="check"
      title="Ces deux fiches n’en font déjà qu’une."
      action={
        <Link href={beneficiaryAddress(one.id)} asChild>
          <ButtonLink>Voir la fiche</ButtonLink>
        </Link>
      }
    />
  )
}

const shown = 8

function OtherPerson({ one }: { one: LocalPerson }) {
  const people = usePeople()
  const [, navigate] = useLocation()
  const [chosen, setChosen] = useState(false)
  const others = useMemo(() => (people ?? []).filter(({ id }) => id !== one.id), [people, one.id])
  const find = useSearchablePeople(others)
  if (!people || chosen) return null
  return (
    <Combobox
      label={`Qui est aussi ${nameOf(one.person)} ?`}
      hint="Cherchez l’autre fiche par son nom. Rien n’est changé avant que vous le confirmiez."
      value={null}
      minLength={1}
      search={(text) =>
        Promise.resolve(
          find(text)
            .slice(0, shown)
            .map(({ id, person }) => ({ id, label: nameOf(person), detail: personInShort(person) })),
        )
      }
      onChange={(line) => {
        const other = people.find(({ id }) => id === line?.id)
        if (!other) return
        setChosen(true)
        navigate(mergeAddress(one.id, other.id), { replace: true })
      }}
    />
  )
}
