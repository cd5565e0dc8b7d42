import type { PersonId } from '../../domain/ids.ts'
import { personOfStopLink, setStopped } from '../store/reminder-stops.ts'
import type { Store } from '../store/store.ts'
import { asWriter } from '../store/transaction.ts'
import { hashOfSecret } from '../structure-access/secret-of-link.ts'

/**
 * Where the link of a message leads. Under `/api`, whose addresses every service worker leaves to the server: one of an
 * earlier build would answer any other address with the application.
 */
export const stopLinkPath = '/api/rappels/arret'

/** Whether a link stops anybody's messages; opening it stops nothing. */
export async function isStopLink({ db }: Store, token: string): Promise<boolean> {
  return (await personOfStopLink(db, hashOfSecret(token))) !== undefined
}

/** Stops the messages of whoever a link was sent to, however often it is used. Says whether the link is one. */
export async function stopByLink(store: Store, token: string, now: Date): Promise<boolean> {
  const person = await personOfStopLink(store.db, hashOfSecret(token))
  if (person === undefined) return false
  await setMailWanted(store, { person, isWanted: false, now })
  return true
}

/** Stops somebody's messages, or has them sent again. */
export async function setMailWanted(
  store: Store,
  { person, isWanted, now }: { person: PersonId; isWanted: boolean; now: Date },
): Promise<void> {
  await asWriter(store, (db) => setStopped(db, person, isWanted ? null : now.toISOString()))
}
