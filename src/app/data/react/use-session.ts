import { useSyncExternalStore } from 'react'
import { sessionStore, type SessionView } from '../session-store.ts'

/** Who the app is open for, and how the session stands. */
export function useSession(): SessionView {
  return useSyncExternalStore(sessionStore.subscribe, sessionStore.current)
}
