import { useEffect, useMemo, useState } from 'react'
import { findDoubles, stillPairs, type Pair } from '../doubles.ts'
import type { LocalPerson } from '../people-of-rows.ts'
import { usePeople } from './use-people.ts'

const none: readonly Pair[] = []

/** Pages that are probably of one person; looked for again after each change, while the last found stay. */
export function useDoubles(): { pairs: readonly Pair[]; isSearching: boolean } {
  const people = usePeople()
  const [found, setFound] = useState<{ people: readonly LocalPerson[]; pairs: readonly Pair[] }>()
  const [failure, setFailure] = useState<unknown>()
  useEffect(() => {
    if (!people) return undefined
    const asked = new AbortController()
    const find = async () => {
      const pairs = await findDoubles(people, asked.signal)
      if (!asked.signal.aborted) setFound({ people, pairs })
    }
    find().catch(setFailure)
    return () => asked.abort()
  }, [people])
  if (failure !== undefined) throw failure
  const pairs = useMemo(() => (found && people ? stillPairs(found.pairs, people) : none), [found, people])
  return { pairs, isSearching: found === undefined }
}
