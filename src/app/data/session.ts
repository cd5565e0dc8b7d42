import {
  signedInPersonSchema,
  type OwnScope,
  type SignedInPerson,
} from '../../domain/access/signed-in-person.ts'
import type { PersonId } from '../../domain/ids.ts'
import { ask, browserFetch, type Fetch } from './http-client.ts'
import { sessionStore } from './session-store.ts'
import { saysSignedOut, tellSignOut } from './unheard-sign-out.ts'

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

/**
 * Asks the server whose session it is. The first person to sign in is remembered; another person than the remembered
 * one changes nothing until `adoptOtherPerson`: a queue is never sent under somebody else's session (I16).
 */
export async function refreshSession(fetch: Fetch = browserFetch): Promise<SessionState> {
  const remembered = rememberedPerson()
  if (!(await tellSignOut(fetch))) return tell('offline', remembered)
  const answer = await ask(fetch, { method: 'GET', path: '/api/session' })
  const person = answer?.status === 200 ? signedInPersonSchema.safeParse(answer.json).data : undefined
  if (!person) return tell(saysSignedOut(answer) ? 'signed-out' : 'offline', remembered)
  if (remembered && remembered.id !== person.id) return tell('other-person', remembered, person)
  return tell('signed-in', remember(person))
}

/** Opens the app for the person whose session it is, in place of the remembered one, whose database stays theirs. */
export function adoptOtherPerson(): SignedInPerson | null {
  const { other } = sessionStore.current()
  if (!other) return rememberedPerson()
  tell('signed-in', remember(other))
  return other
}

/**
 * Takes the scopes and contracts that a pull told: one that was renewed counts after one sync, and offline from then on.
 * Known ones keep their place.
 */
export function rememberScopes(person: PersonId, told: readonly OwnScope[]): void {
  const remembered = rememberedPerson()
  if (remembered?.id !== person) return
  const placeOf = ({ scope }: OwnScope) => remembered.scopes.findIndex((known) => known.scope === scope)
  const known = told.filter((one) => placeOf(one) >= 0).sort((a, b) => placeOf(a) - placeOf(b))
  const scopes = [...known, ...told.filter((one) => placeOf(one) < 0)]
  if (JSON.stringify(remembered.scopes) === JSON.stringify(scopes)) return
  sessionStore.change({ person: remember({ ...remembered, scopes }) })
}

/** Forgets whom the app is open for; their database is another matter. */
export function forgetPerson(): void {
  localStorage.removeItem(rememberedKey)
  tell('signed-out', null)
}

function remember(person: SignedInPerson): SignedInPerson {
  localStorage.setItem(rememberedKey, JSON.stringify(person))
  return person
}

function tell(
  state: SessionState,
  person: SignedInPerson | null,
  other: SignedInPerson | null = null,
): SessionState {
  sessionStore.change({ person, state, other })
  return state
}
