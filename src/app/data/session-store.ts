import type { SignedInPerson } from '../../domain/access/signed-in-person.ts'
import type { SessionState } from './session.ts'

export interface SessionView {
  /** Whom the app is open for; null where it is open for nobody. */
  person: SignedInPerson | null
  /** What the server last said; null while it hasn't been asked. */
  state: SessionState | null
  /** Whose session the server says it is, where it is another person's. */
  other: SignedInPerson | null
}

let view: SessionView = { person: null, state: null, other: null }
const listeners = new Set<() => void>()

/** The session as this tab knows it, outside React: the engine and the shell learn of it at any time. */
export const sessionStore = {
  current: (): SessionView => view,
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
  change: (next: Partial<SessionView>): void => {
    view = { ...view, ...next }
    for (const listener of listeners) listener()
  },
}
