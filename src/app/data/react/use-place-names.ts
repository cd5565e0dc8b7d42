import { useLiveQuery } from 'dexie-react-hooks'
import { placeNames } from '../places.ts'
import { useDatabase } from './database-context.ts'

const none: ReadonlyMap<string, string> = new Map()

/** Names of all the places of the device by id, those that are no longer used too; empty until the first reading. */
export function usePlaceNames(): ReadonlyMap<string, string> {
  const db = useDatabase()
  return useLiveQuery(() => placeNames(db), [db], none)
}
