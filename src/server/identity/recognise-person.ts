import type { PersonId } from '../../domain/ids.ts'
import { bindByEmail, completeNames, personByIdentity } from '../store/people.ts'
import type { Store } from '../store/store.ts'
import { inTransaction } from '../store/transaction.ts'
import type { VouchedIdentity } from './issuer-client.ts'

/**
 * The person that an identity belongs to; undefined for anybody who wasn't announced: no account is made by signing
 * in. The first time, a person is found by an address that the issuer declares verified, and bound; from then on by
 * issuer and subject only, whatever becomes of the address.
 */
export async function recognisePerson(
  store: Store,
  identity: VouchedIdentity,
  options: { at: Date; emailAlwaysVerified: boolean },
): Promise<PersonId | undefined> {
  const { email, issuer, subject } = identity
  return inTransaction(store, async (tx) => {
    const known = await personByIdentity(tx, { issuer, subject })
    if (known) return known
    if (email === undefined || !(identity.emailVerified || options.emailAlwaysVerified)) return undefined
    const bound = await bindByEmail(tx, email, { issuer, subject }, options.at.toISOString())
    if (bound)
      await completeNames(tx, bound, {
        givenName: identity.givenName ?? null,
        familyName: identity.familyName ?? null,
      })
    return bound
  })
}
