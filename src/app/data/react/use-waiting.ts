import { useLiveQuery } from 'dexie-react-hooks'
import { readWaiting, type WaitingDocument } from '../waiting.ts'
import { useDatabase } from './database-context.ts'

/** What waits to be sent, kept up to date; undefined until the first reading. */
export function useWaiting(): WaitingDocument[] | undefined {
  const db = useDatabase()
  return useLiveQuery(() => readWaiting(db), [db])
}
