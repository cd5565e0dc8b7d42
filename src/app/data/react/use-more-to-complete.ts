import { useLiveQuery } from 'dexie-react-hooks'
import { readMoreToComplete, type MoreToComplete } from '../more-to-complete.ts'
import { useDatabase } from './database-context.ts'
import { useMinute } from './use-minute.ts'
import { useToday } from './use-today.ts'

/** What *À compléter* shows beside `Unfinished`, kept up to date; undefined until the first reading. */
export function useMoreToComplete(): MoreToComplete | undefined {
  const db = useDatabase()
  const [now, today] = [useMinute(), useToday()]
  return useLiveQuery(() => readMoreToComplete(db, { now, today }), [db, now, today])
}
