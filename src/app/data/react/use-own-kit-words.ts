import { useLiveQuery } from 'dexie-react-hooks'
import { ownKitWords, type OwnKitWords } from '../own-confirmations.ts'
import { useDatabase } from './database-context.ts'

/** One's own words about one's kit, kept up to date; undefined until the first reading. */
export function useOwnKitWords(): OwnKitWords | undefined {
  const db = useDatabase()
  return useLiveQuery(() => ownKitWords(db), [db])
}
