import { useLiveQuery } from 'dexie-react-hooks'
import type { DocumentId } from '../../../domain/ids.ts'
import { messagesHere, type LocalMessage } from '../report-messages.ts'
import { useDatabase } from './database-context.ts'

/** Messages on one's reports, or on one of them, kept up to date; undefined until the first reading. */
export function useReportMessages(report?: DocumentId): LocalMessage[] | undefined {
  const db = useDatabase()
  return useLiveQuery(() => messagesHere(db, report), [db, report])
}
