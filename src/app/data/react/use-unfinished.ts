import { useLiveQuery } from 'dexie-react-hooks'
import { readUnfinished, type Unfinished } from '../unfinished.ts'
import { useDatabase } from './database-context.ts'

/** What waits for the person on this device, kept up to date; undefined until the first reading. */
export function useUnfinished(): Unfinished | undefined {
  const db = useDatabase()
  return useLiveQuery(() => readUnfinished(db), [db])
}
