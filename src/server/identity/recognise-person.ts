import type { PersonId } from '../../domain/ids.ts'
import { hasOffer } from '../store/contract-offers.ts'
import { structureBySiret } from '../store/provisioning-structures.ts'
import { isInvited } from '../store/invitations.ts'
import {
  bindByEmail,
  completeNames,
  createBoundPerson,
  keepVouched,
  personByIdentity,
} from '../store/people.ts'
import type { Store } from '../store/store.ts'
import type { Db } from '../store/tables.ts'
import { inTransaction } from '../store/transaction.ts'
import type { VouchedIdentity } from './issuer-client.ts'

interface RecognisingOptions {
  readonly at: Date
  /** Of a person who gets an account now. */
  readonly newId: PersonId
  readonly emailAlwaysVerified: boolean
}

/**
 * The person that an identity belongs to; undefined for anybody who wasn't announced. The first time, a person is found
 * by an address that the issuer declares verified, and bound; from then on by issuer and subject only, whatever becomes
 * of the address. An account, which reads nothing yet, is made for those who may go on to ask or to accept: whose
 * employer is a structure, or whose address was invited or offered a contract. What is vouched for is kept as it was at the last sign-in.
 */
export async function recognisePerson(
  store: Store,
  identity: VouchedIdentity,
  options: RecognisingOptions,
): Promise<PersonId | undefined> {
  const verified = identity.emailVerified || options.emailAlwaysVerified ? identity.email : undefined
  return inTransaction(store, async (tx) => {
    const person =
      (await personByIdentity(tx, identity)) ?? (await firstSignIn(tx, identity, verified, options))
    if (person) await keepVouched(tx, person, { siret: identity.siret ?? null, email: verified ?? null })
    return person
  })
}

async function firstSignIn(
  tx: Db,
  identity: VouchedIdentity,
  email: string | undefined,
  { at, newId }: RecognisingOptions,
): Promise<PersonId | undefined> {
  if (email === undefined) return undefined
  const now = at.toISOString()
  const { issuer, subject } = identity
  const person =
    (await bindByEmail(tx, email, identity, now)) ??
    ((await mayGoOn(tx, identity, email, now))
      ? await createBoundPerson(tx, { id: newId, email, issuer, subject, at: now })
      : undefined)
  if (person)
    await completeNames(tx, person, {
      givenName: identity.givenName ?? null,
      familyName: identity.familyName ?? null,
    })
  return person
}

async function mayGoOn(tx: Db, { siret }: VouchedIdentity, email: string, at: string): Promise<boolean> {
  if ((await isInvited(tx, email, at)) || (await hasOffer(tx, email, at))) return true
  return siret !== undefined && (await structureBySiret(tx, siret)) !== undefined
}
