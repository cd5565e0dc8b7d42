import { useLiveQuery } from 'dexie-react-hooks'
import { useEffect, useMemo, useState } from 'react'
import { factBook, type FactBook } from '../../../domain/statistics/fact-book.ts'
import { makeFacts, storedFacts } from '../month-facts.ts'
import { surroundingsOf } from '../surroundings.ts'
import { useDatabase } from './database-context.ts'

/**
 * What figures are asked of, kept up to date with this device's reports, people and places; undefined until the first
 * reading. What a change took away is made again: meanwhile the book stays as it was.
 */
export function useFactBook(): FactBook | undefined {
  const db = useDatabase()
  const stored = useLiveQuery(() => storedFacts(db), [db])
  const around = useLiveQuery(() => surroundingsOf(db), [db])
  const [failure, setFailure] = useState<unknown>()
  // At each reading that lacks something: what was pulled meanwhile may have taken away months that were just made.
  useEffect(() => {
    if (stored?.isComplete === false) makeFacts(db).catch(setFailure)
  }, [db, stored])
  const book = useMemo(
    () => (stored?.isComplete && around ? factBook(stored.facts, around) : undefined),
    [stored, around],
  )
  const [last, setLast] = useState(book)
  if (book && book !== last) setLast(book)
  if (failure !== undefined) throw failure
  return book ?? last
}
