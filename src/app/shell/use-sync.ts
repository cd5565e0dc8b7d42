import { useCallback, useEffect, useRef } from 'react'
import type { SignedInPerson } from '../../domain/access/signed-in-person.ts'
import type { CoopDatabase } from '../data/database.ts'
import { refreshSession } from '../data/session.ts'
import { startSync, type SyncHandle } from '../data/sync-engine.ts'
import { checkForUpdate } from './update-watch.ts'

/** Sends and receives as long as the app is open for this person; gives the way to do it now. */
export function useSync(db: CoopDatabase, person: SignedInPerson): () => Promise<void> {
  const handle = useRef<SyncHandle>(null)
  const { id } = person
  const hasScopes = person.scopes.length > 0
  useEffect(() => {
    if (!hasScopes) return undefined
    const sync = startSync({
      db,
      person: { id },
      onSignal: (signal) => {
        if (signal.kind === 'newer-app') checkForUpdate()
        if (signal.kind === 'stopped') void refreshSession()
      },
    })
    handle.current = sync
    return () => {
      handle.current = null
      sync.stop()
    }
  }, [db, id, hasScopes])
  return useCallback(async () => handle.current?.syncNow(), [])
}
