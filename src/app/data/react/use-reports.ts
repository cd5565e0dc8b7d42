import { useLiveQuery } from 'dexie-react-hooks'
import { reportsByDay, type LocalReport } from '../reports.ts'
import { useDatabase } from './database-context.ts'

/** The newest reports, kept up to date; undefined until the first reading. */
export function useReports(limit: number): LocalReport[] | undefined {
  const db = useDatabase()
  return useLiveQuery(() => reportsByDay(db, { limit }), [db, limit])
}
