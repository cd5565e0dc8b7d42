import { useMemo, useSyncExternalStore } from 'react'
import { storageLoss } from '../storage-loss.ts'
import { useDatabase } from './database-context.ts'

export interface Loss {
  /** How much of what was thrown away had not been sent; null where nothing was. */
  waiting: number | null
  /** The person has read it. */
  acknowledge: () => void
}

/** What was thrown away of what this device held, until the person has read it. */
export function useStorageLoss(): Loss {
  const db = useDatabase()
  const waiting = useSyncExternalStore(storageLoss.subscribe, () => storageLoss.of(db)?.waiting ?? null)
  return useMemo(() => ({ waiting, acknowledge: () => storageLoss.acknowledge(db) }), [db, waiting])
}
