import { useLiveQuery } from 'dexie-react-hooks'
import { longUnseenPeople, type LongUnseen } from '../long-unseen.ts'
import { useDatabase } from './database-context.ts'
import { useToday } from './use-today.ts'

/** People whose erasure is to be proposed; undefined until the first reading. */
export function useLongUnseen(): LongUnseen[] | undefined {
  const db = useDatabase()
  const today = useToday()
  return useLiveQuery(() => longUnseenPeople(db, today), [db, today])
}
