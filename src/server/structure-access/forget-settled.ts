import { forgetRequestsBefore } from '../store/access-requests.ts'
import { forgetOffersBefore } from '../store/contract-offers.ts'
import { forgetInvitationsBefore } from '../store/invitations.ts'
import type { Store } from '../store/store.ts'
import { asWriter } from '../store/transaction.ts'

/** Days for which it can be seen who was invited and who asked, once that is over. */
export const settledDays = 365

/** Forgets invitations that ended, offers of contracts too, and requests that were answered, a year ago: addresses of those who never came too. */
export async function forgetSettled(store: Store, now: Date): Promise<void> {
  const before = new Date(now.getTime() - settledDays * 86_400_000).toISOString()
  await asWriter(store, (db) => forgetInvitationsBefore(db, before))
  await asWriter(store, (db) => forgetRequestsBefore(db, before))
  await asWriter(store, (db) => forgetOffersBefore(db, before))
}
