import { useMemo, useState } from 'react'
import type { ScopeId } from '../../../../domain/ids.ts'
import type { LocalPerson } from '../../../data/people-of-rows.ts'
import { useLastSeenPeople, usePeople } from '../../../data/react/use-people.ts'
import { useSearchablePeople } from '../../../data/react/use-searchable-people.ts'
import { Combobox } from '../../../ui/Combobox.tsx'
import { AddPerson } from './AddPerson.tsx'
import { lastSeenFirst, lineOfPerson, personLines } from './person-search.ts'

export interface PersonPickerProps {
  label: string
  hint?: string
  scope: ScopeId
  /** Id of the person chosen, or nothing. */
  value: string
  /** People who are chosen already, elsewhere in the form. */
  without?: readonly string[]
  onPick: (person: LocalPerson | null) => void
}

const nobody: readonly string[] = []

/** One of the people whom the advisor follows, found by typing; or somebody new, whose page is begun here. */
export function PersonPicker({ label, hint, scope, value, without = nobody, onPick }: PersonPickerProps) {
  const all = usePeople()
  const lastSeen = useLastSeenPeople()
  const [added, setAdded] = useState<string>()
  const people = useMemo(
    () => all?.filter((one) => one.scope === scope && !without.includes(one.id)) ?? [],
    [all, scope, without],
  )
  const find = useSearchablePeople(useMemo(() => lastSeenFirst(people, lastSeen), [people, lastSeen]))
  if (!all) return null
  const chosen = all.find(({ id }) => id === value)
  if (added !== undefined) {
    return (
      <AddPerson
        scope={scope}
        typed={added}
        people={people}
        onCancel={() => setAdded(undefined)}
        onPick={(person) => {
          setAdded(undefined)
          onPick(person)
        }}
      />
    )
  }
  return (
    <Combobox
      label={label}
      hint={hint}
      value={chosen ? lineOfPerson(chosen) : null}
      onChange={(line) => onPick(all.find(({ id }) => id === line?.id) ?? null)}
      search={personLines(find)}
      extra={{ label: (text) => `Créer la fiche de «\u00A0${text}\u00A0»`, onPick: setAdded }}
    />
  )
}
