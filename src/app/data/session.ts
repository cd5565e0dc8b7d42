import { signedInPersonSchema, type SignedInPerson } from '../../domain/access/signed-in-person.ts'

export type { SignedInPerson }

export type SessionState = 'signed-in' | 'signed-out' | 'offline' | 'other-person'

const rememberedKey = 'espace-coop:person'

/** The last person who signed in here and didn't sign out: the app opens for them, with or without a session. */
export function rememberedPerson(): SignedInPerson | null {
  const text = localStorage.getItem(rememberedKey)
  if (text === null) return null
  try {
    return signedInPersonSchema.parse(JSON.parse(text))
  } catch {
    // Written by another build, or damaged: the server tells who it is at the next answer.
    return null
  }
}

/** Asks the server whose session it is. */
export async function refreshSession(): Promise<SessionState> {
  throw new Error('refreshSession is not built yet')
}

/** Closes the app for this person; see SignOutOptions. */
export async function signOut(_options: SignOutOptions): Promise<void> {
  throw new Error('signOut is not built yet')
}

export interface SignOutOptions {
  /** What becomes of what is not sent: kept on this device for their return, or erased. */
  unsent: 'keep' | 'erase'
}
