import { useLiveQuery } from 'dexie-react-hooks'
import { readSyncStatus, type SyncStatus } from '../sync-status.ts'
import { useDatabase } from './database-context.ts'

/** How sync stands, kept up to date; undefined until the first reading. */
export function useSyncStatus(): SyncStatus | undefined {
  const db = useDatabase()
  return useLiveQuery(() => readSyncStatus(db), [db])
}
