import * as z from 'zod/mini'
import {
  nobodySignedInSchema,
  signedInPersonSchema,
  type OwnScope,
  type SignedInPerson,
} from '../../domain/access/signed-in-person.ts'
import type { PersonId } from '../../domain/ids.ts'
import { openDatabase } from './database.ts'
import { discardKeptDraft, keptDrafts } from './draft-safety.ts'
import { ask, type Fetch, type HttpAnswer } from './http-client.ts'
import { sessionStore } from './session-store.ts'
import { forgetWitness } from './storage-witness.ts'
import { openTabChannel } from './tab-channel.ts'
import { withdrawDevice } from './withdraw-device.ts'

export type { SignedInPerson }

export type SessionState = 'signed-in' | 'signed-out' | 'offline' | 'other-person'

const rememberedKey = 'espace-coop:person'
/** A sign-out that the server hasn't heard yet: its session must not open the app again. */
const unheardSignOutKey = 'espace-coop:sign-out-unheard'

const browserFetch: Fetch = (...parameters) => globalThis.fetch(...parameters)

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
  if (!(await signOutIfUnheard(fetch))) return tell('offline', remembered)
  const answer = await ask(fetch, { method: 'GET', path: '/api/session' })
  const person = answer?.status === 200 ? signedInPersonSchema.safeParse(answer.json).data : undefined
  if (!person) return tell(isSignedOut(answer) ? 'signed-out' : 'offline', remembered)
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

export interface SignOutOptions {
  /**
   * What becomes of what is not sent: kept in this person's database on this device, or erased with it. Whatever the
   * server has is taken off the device either way.
   */
  unsent: 'keep' | 'erase'
}

/** For tests. */
export interface SignOutParts {
  fetch?: Fetch
  goTo?: (address: string) => void
}

/**
 * Closes the app for this person (P32). Without network the device is left all the same, and the server told at the
 * next contact. Then goes to the issuer's logout, or to where one signs in.
 */
export async function signOut(options: SignOutOptions, parts: SignOutParts = {}): Promise<void> {
  const { fetch = browserFetch, goTo = (address) => location.assign(address) } = parts
  const person = rememberedPerson()
  localStorage.setItem(unheardSignOutKey, '1')
  try {
    if (person) await leaveDevice(person, options)
  } finally {
    // Whatever the storage says, the app is closed for this person.
    forgetPerson()
    const answer = await postSignOut(fetch)
    goTo(answer?.issuerLogoutUrl ?? '/connexion')
  }
}

async function leaveDevice({ id }: SignedInPerson, { unsent }: SignOutOptions): Promise<void> {
  const channel = openTabChannel(id, () => undefined)
  channel.post({ kind: 'close-database' })
  channel.close()
  const db = openDatabase(id)
  try {
    if (unsent === 'keep') await withdrawDevice(db)
    else {
      await db.delete()
      forgetWitness(db)
      for (const draft of keptDrafts(db)) discardKeptDraft(db, draft.id)
    }
  } finally {
    db.close()
  }
}

const signOutAnswerSchema = z.object({ issuerLogoutUrl: z.nullable(z.string()) })

async function postSignOut(fetch: Fetch): Promise<z.infer<typeof signOutAnswerSchema> | undefined> {
  const answer = await ask(fetch, { method: 'POST', path: '/api/session/sign-out', body: {} })
  const parsed = signOutAnswerSchema.safeParse(answer?.json)
  const isHeard = (answer?.status === 200 && parsed.success) || isSignedOut(answer)
  if (isHeard) localStorage.removeItem(unheardSignOutKey)
  return parsed.data
}

async function signOutIfUnheard(fetch: Fetch): Promise<boolean> {
  if (localStorage.getItem(unheardSignOutKey) === null) return true
  await postSignOut(fetch)
  return localStorage.getItem(unheardSignOutKey) === null
}

/** Only the server's own word ends a session here: a portal's page says nothing (P22). */
function isSignedOut(answer: HttpAnswer | undefined): boolean {
  if (answer?.status === 401) return answer.problem !== undefined
  return answer?.status === 200 && nobodySignedInSchema.safeParse(answer.json).success
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
