import { useLiveQuery } from 'dexie-react-hooks'
import type { DocumentId } from '../../../domain/ids.ts'
import { reportById, type LocalReport } from '../reports.ts'
import { useDatabase } from './database-context.ts'

/** One report, kept up to date; undefined until the first reading, null where the device has none. */
export function useReport(id: DocumentId): LocalReport | null | undefined {
  const db = useDatabase()
  return useLiveQuery(async () => (await reportById(db, id)) ?? null, [db, id])
}
