import { useLiveQuery } from 'dexie-react-hooks'
import { keptAside, type KeptScope } from '../kept-aside.ts'
import { useDatabase } from './database-context.ts'

/** What is kept aside of scopes that were withdrawn; undefined until the first reading. */
export function useKeptAside(): KeptScope[] | undefined {
  const db = useDatabase()
  return useLiveQuery(() => keptAside(db), [db])
}
