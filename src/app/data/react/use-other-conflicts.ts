import { useLiveQuery } from 'dexie-react-hooks'
import { otherConflicts, type OtherConflict } from '../other-conflicts.ts'
import { useDatabase } from './database-context.ts'

/** Two versions of anything but a report, kept up to date; undefined until the first reading. */
export function useOtherConflicts(): readonly OtherConflict[] | undefined {
  const db = useDatabase()
  return useLiveQuery(() => otherConflicts(db), [db])
}
