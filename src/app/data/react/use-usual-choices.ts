import { useLiveQuery } from 'dexie-react-hooks'
import { usualChoices, type UsualChoices } from '../reports.ts'
import { useDatabase } from './database-context.ts'

/** What this advisor chooses most; undefined until the first reading. */
export function useUsualChoices(): UsualChoices | undefined {
  const db = useDatabase()
  return useLiveQuery(() => usualChoices(db), [db])
}
