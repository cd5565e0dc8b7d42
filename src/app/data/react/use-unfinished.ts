import { useLiveQuery } from 'dexie-react-hooks'
import { readUnfinished, type Unfinished } from '../unfinished.ts'
import { useDatabase } from './database-context.ts'
import { useMinute } from './use-minute.ts'
import { useToday } from './use-today.ts'

/** What waits for the person on this device, kept up to date; undefined until the first reading. */
export function useUnfinished(): Unfinished | undefined {
  const db = useDatabase()
  const [now, today] = [useMinute(), useToday()]
  return useLiveQuery(() => readUnfinished(db, { now, today }), [db, now, today])
}
