import type { SignedInPerson } from '../../domain/access/signed-in-person.ts'
import { openDatabase } from './database.ts'
import { discardKeptDraft, keptDrafts } from './draft-safety.ts'
import { browserFetch, type Fetch } from './http-client.ts'
import { forgetPerson, rememberedPerson } from './session.ts'
import { forgetWitness } from './storage-witness.ts'
import { openTabChannel } from './tab-channel.ts'
import { noteSignOut, postSignOut } from './unheard-sign-out.ts'
import { withdrawDevice } from './withdraw-device.ts'

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
  noteSignOut()
  try {
    if (person) await leaveDevice(person, options)
  } finally {
    // Whatever the storage says, the app is closed for this person.
    forgetPerson()
    goTo((await postSignOut(fetch)) ?? '/connexion')
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
