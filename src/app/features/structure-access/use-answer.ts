import { useCallback, useEffect, useState } from 'react'
import { rememberError } from '../../data/last-errors.ts'
import type { Answered } from '../../data/structure-access.ts'

/** What the server answers to a question that the page asks as it opens; undefined while it is asked for the first time. */
export function useAnswer<T>(read: () => Promise<Answered<T>>): {
  answer: Answered<T> | undefined
  readAgain: () => Promise<void>
} {
  const [answer, setAnswer] = useState<Answered<T>>()
  const readAgain = useCallback(async () => setAnswer(await read()), [read])
  useEffect(() => {
    let isShown = true
    read()
      .then((found) => isShown && setAnswer(found))
      .catch(rememberError)
    return () => {
      isShown = false
    }
  }, [read])
  return { answer, readAgain }
}
