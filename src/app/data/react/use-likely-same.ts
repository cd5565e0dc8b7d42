import { useDeferredValue, useMemo } from 'react'
import {
  areLikelySame,
  readyToCompare,
  type ComparablePerson,
} from '../../../domain/beneficiary/likely-same.ts'
import type { LocalPerson } from '../people-of-rows.ts'

/** Who may be the person that is being typed; said while typing, and never in its way. */
export function useLikelySame(people: readonly LocalPerson[], typed: ComparablePerson): LocalPerson[] {
  const ready = useMemo(
    () => people.map((local) => ({ local, ready: readyToCompare(local.person) })),
    [people],
  )
  const { firstName, name, phone, email, birthYear } = typed
  const sought = useMemo(
    () => readyToCompare({ firstName, name, phone, email, birthYear }),
    [firstName, name, phone, email, birthYear],
  )
  const late = useDeferredValue(sought)
  return useMemo(() => {
    if (late.first === '' || late.last === '') return []
    return ready.filter((one) => areLikelySame(one.ready, late)).map(({ local }) => local)
  }, [ready, late])
}
