import { askForBackgroundSend } from './background-send.ts'
import type { CoopDatabase } from './database.ts'
import { readSyncStatus } from './sync-status.ts'

/**
 * Where something waits to be sent, asks the browser to send it with the app closed (P17). An enhancement: where the
 * browser has no such thing, or refuses, the page goes on sending by itself and nothing is said.
 *
 * @returns whether the browser has agreed
 */
export async function askToSendLater(db: CoopDatabase): Promise<boolean> {
  // Over plain http, and in some private windows, there is no such thing.
  if (!('serviceWorker' in navigator)) return false
  const { pending } = await readSyncStatus(db)
  if (pending === 0) return false
  const registration = await navigator.serviceWorker.getRegistration()
  return registration ? askForBackgroundSend(registration, db.personId) : false
}
