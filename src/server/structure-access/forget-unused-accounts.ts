import type { Store } from '../store/store.ts'
import { inTransaction } from '../store/transaction.ts'
import { deleteAccount, unusedAccounts } from '../store/unused-accounts.ts'

/** Days after which an account that signing in made, and that was never given anything to read, is forgotten. */
export const unusedDays = 365

/** Forgets accounts of those who signed in a year ago or more, and got no access. Answers how many. */
export async function forgetUnusedAccounts(store: Store, now: Date): Promise<number> {
  const madeBefore = new Date(now.getTime() - unusedDays * 86_400_000).toISOString()
  return inTransaction(store, async (tx) => {
    const unused = await unusedAccounts(tx, { madeBefore, now: now.toISOString() })
    for (const person of unused) await deleteAccount(tx, person)
    return unused.length
  })
}
