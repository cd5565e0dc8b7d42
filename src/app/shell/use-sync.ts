import { useCallback, useEffect, useRef, useState } from 'react'
import type { SignedInPerson } from '../../domain/access/signed-in-person.ts'
import type { CoopDatabase } from '../data/database.ts'
import { refreshSession } from '../data/session.ts'
import { rememberError } from '../data/last-errors.ts'
import { askToSendLater } from '../data/send-later.ts'
import type { SyncHandle, SyncSignal } from '../data/sync-engine.ts'
import { checkForUpdate } from './update-watch.ts'

/** Sends and receives as long as the app is open for this person; gives the way to do it now. */
export function useSync(db: CoopDatabase, person: SignedInPerson): () => Promise<void> {
  const handle = useRef<SyncHandle>(null)
  const { id } = person
  // Whoever has lost every structure goes on listening: one of them may be given back.
  const [hasScopes, setHasScopes] = useState(person.scopes.length > 0)
  if (!hasScopes && person.scopes.length > 0) setHasScopes(true)
  useEffect(() => {
    if (!hasScopes) return undefined
    let isOpen = true
    const start = async () => {
      // After the first page is drawn: filing doesn't wait for it.
      const { startSync } = await import('../data/sync-engine.ts')
      if (isOpen) handle.current = startSync({ db, person: { id }, onSignal: (signal) => follow(db, signal) })
    }
    start().catch(rememberError)
    const stopAsking = whenHidden(() => sendLater(db))
    return () => {
      isOpen = false
      stopAsking()
      handle.current?.stop()
      handle.current = null
    }
  }, [db, id, hasScopes])
  return useCallback(async () => handle.current?.syncNow(), [])
}

function follow(db: CoopDatabase, signal: SyncSignal): void {
  switch (signal.kind) {
    case 'synced':
      return void readCalendars(db).catch(rememberError)
    case 'newer-app':
      return checkForUpdate()
    case 'stopped':
      // What the network or the server put off may be sent with the app closed; the rest waits for the person.
      if (signal.reason === 'offline' || signal.reason === 'wait') sendLater(db)
      return void refreshSession()
    case 'failed':
      return rememberError(signal.error)
  }
}

/** Once the app is on the device, and what reads them with it: without a service worker there is no agenda offline. */
async function readCalendars(db: CoopDatabase): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  await navigator.serviceWorker.ready
  const { keepCalendars } = await import('../data/keep-calendars.ts')
  await keepCalendars(db)
}

/** The page may be closed from here on, before the send that follows a save. */
function whenHidden(act: () => void): () => void {
  const onChange = () => {
    if (document.visibilityState === 'hidden') act()
  }
  document.addEventListener('visibilitychange', onChange)
  return () => document.removeEventListener('visibilitychange', onChange)
}

function sendLater(db: CoopDatabase): void {
  askToSendLater(db).catch(rememberError)
}
