import { useCallback, useEffect, useRef } from 'react'
import type { SignedInPerson } from '../../domain/access/signed-in-person.ts'
import type { CoopDatabase } from '../data/database.ts'
import { refreshSession } from '../data/session.ts'
import { rememberError } from '../data/last-errors.ts'
import type { SyncHandle, SyncSignal } from '../data/sync-engine.ts'
import { checkForUpdate } from './update-watch.ts'

/** Sends and receives as long as the app is open for this person; gives the way to do it now. */
export function useSync(db: CoopDatabase, person: SignedInPerson): () => Promise<void> {
  const handle = useRef<SyncHandle>(null)
  const { id } = person
  const hasScopes = person.scopes.length > 0
  useEffect(() => {
    if (!hasScopes) return undefined
    let isOpen = true
    const start = async () => {
      // After the first page is drawn: filing doesn't wait for it.
      const { startSync } = await import('../data/sync-engine.ts')
      if (isOpen) handle.current = startSync({ db, person: { id }, onSignal: follow })
    }
    start().catch(rememberError)
    return () => {
      isOpen = false
      handle.current?.stop()
      handle.current = null
    }
  }, [db, id, hasScopes])
  return useCallback(async () => handle.current?.syncNow(), [])
}

function follow(signal: SyncSignal): void {
  switch (signal.kind) {
    case 'synced':
      return
    case 'newer-app':
      return checkForUpdate()
    case 'stopped':
      return void refreshSession()
    case 'failed':
      return rememberError(signal.error)
  }
}
