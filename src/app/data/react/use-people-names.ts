import { useLiveQuery } from 'dexie-react-hooks'
import { namesOfPeople } from '../people-names.ts'
import { useDatabase } from './database-context.ts'

/** Names of some of the people followed, by id; empty until the first reading. Whoever was erased has none. */
export function usePeopleNames(ids: readonly string[]): ReadonlyMap<string, string> {
  return useKnownPeopleNames(ids) ?? nobody
}

/** The same, undefined until the first reading. */
export function useKnownPeopleNames(ids: readonly string[]): ReadonlyMap<string, string> | undefined {
  const db = useDatabase()
  const key = [...new Set(ids)].sort().join(' ')
  return useLiveQuery(() => namesOfPeople(db, key.split(' ')), [db, key])
}

const nobody: ReadonlyMap<string, string> = new Map()
