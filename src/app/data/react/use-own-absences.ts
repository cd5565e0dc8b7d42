import { useLiveQuery } from 'dexie-react-hooks'
import { ownAbsences, type LocalAbsence } from '../absences.ts'
import { useDatabase } from './database-context.ts'

/** This advisor's absences, kept up to date; undefined until the first reading. */
export function useOwnAbsences(): LocalAbsence[] | undefined {
  const db = useDatabase()
  return useLiveQuery(() => ownAbsences(db), [db])
}
