import { useLiveQuery } from 'dexie-react-hooks'
import { peopleNamesHere } from '../people-names.ts'
import { useDatabase } from './database-context.ts'

/** Names of everybody followed, by id; empty until the first reading. */
export function usePeopleNames(): ReadonlyMap<string, string> {
  const db = useDatabase()
  return useLiveQuery(() => peopleNamesHere(db), [db]) ?? nobody
}

const nobody: ReadonlyMap<string, string> = new Map()
