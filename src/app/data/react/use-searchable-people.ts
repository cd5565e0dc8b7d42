import { useCallback, useEffect, useRef } from 'react'
import { peopleMeant } from '../../../domain/beneficiary/search-people.ts'
import { wordsOf } from '../../../domain/report/search/fold-text.ts'
import type { LocalPerson } from '../people-of-rows.ts'
import { searchWordsOf } from '../people-search.ts'

interface Ready {
  readonly local: LocalPerson
  readonly words: readonly string[]
}

/** People made ready at a time: a few milliseconds on a phone. */
const chunk = 250

/**
 * Finds people by what is typed. Their words are made ready little by little as soon as they are there, so that the
 * first letter needn't wait for five thousand of them; what isn't ready yet when it comes is made ready then.
 */
export function useSearchablePeople(
  people: readonly LocalPerson[],
): (text: string) => readonly LocalPerson[] {
  const prepared = useRef<{ people: readonly LocalPerson[]; ready: Ready[] }>({ people, ready: [] })
  const prepareTo = useCallback(
    (end: number) => {
      if (prepared.current.people !== people) prepared.current = { people, ready: [] }
      const { ready } = prepared.current
      for (const local of people.slice(ready.length, end)) ready.push({ local, words: searchWordsOf(local) })
      return ready
    },
    [people],
  )
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>
    const goOn = () => {
      const { length } = prepareTo(prepared.current.ready.length + chunk)
      if (length < people.length) timer = setTimeout(goOn)
    }
    timer = setTimeout(goOn)
    return () => clearTimeout(timer)
  }, [people, prepareTo])
  return useCallback(
    (text) => {
      const typed = wordsOf(text)
      return typed.length === 0
        ? people
        : peopleMeant(typed, prepareTo(people.length)).map(({ local }) => local)
    },
    [people, prepareTo],
  )
}
