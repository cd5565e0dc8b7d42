import { useLiveQuery } from 'dexie-react-hooks'
import { namesOfPeople } from '../people-names.ts'
import { useDatabase } from './database-context.ts'

/** Names of some of the people followed, by id; empty until the first reading. Whoever was erased has none. */
export function usePeopleNames(ids: readonly string[]): ReadonlyMap<string, string> {
  const db = useDatabase()
  const key = [...new Set(ids)].sort().join(' ')
  return useLiveQuery(() => namesOfPeople(db, key.split(' ')), [db, key]) ?? nobody
}

const nobody: ReadonlyMap<string, string> = new Map()
