import { useMemo } from 'react'
import type { CountedOutcome } from '../../data/counted-elsewhere.ts'
import { useServerAnswer, type AskedServer } from '../../data/react/use-server-answer.ts'

/** What the server answers, and no device keeps: contracts are read with the network. `fetch` is always the same. */
export function useServerOnly<Q, A>(
  question: Q,
  fetch: (question: Q) => Promise<CountedOutcome<A>>,
): AskedServer<A, Q> {
  const by = useMemo(
    () => ({ fetch, keep: () => Promise.resolve(), readKept: () => Promise.resolve(undefined) }),
    [fetch],
  )
  return useServerAnswer<Q, A>(question, by)
}
