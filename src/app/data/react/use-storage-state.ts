import { useCallback, useEffect, useState } from 'react'
import {
  askForPersistence,
  persistenceState,
  storageEstimate,
  type PersistenceState,
  type StorageEstimate,
} from '../storage-persistence.ts'

export interface StorageState {
  persistence: PersistenceState
  estimate: StorageEstimate
  /** Asks the browser to keep what is stored; to be called in a gesture. */
  ask: () => Promise<void>
}

/** How this browser stores; undefined until it has said. */
export function useStorageState(): StorageState | undefined {
  const [known, setKnown] = useState<Omit<StorageState, 'ask'>>()
  const read = useCallback(async () => {
    const [persistence, estimate] = await Promise.all([persistenceState(), storageEstimate()])
    setKnown({ persistence, estimate })
  }, [])
  const ask = useCallback(async () => {
    await askForPersistence()
    await read()
  }, [read])
  useEffect(() => {
    // Answers come later: nothing is set while this effect runs.
    // oxlint-disable-next-line react/set-state-in-effect -- asynchronous
    void read()
  }, [read])
  return known && { ...known, ask }
}
