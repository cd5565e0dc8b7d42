import { personIdSchema, type PersonId } from '../../domain/ids.ts'
import type { Db } from './tables.ts'

/** Who a person is at an issuer, for ever: addresses change, this doesn't. */
export interface IssuerIdentity {
  readonly issuer: string
  readonly subject: string
}

/** The form in which addresses are compared. */
export function emailKey(email: string): string {
  return email.trim().normalize('NFC').toLowerCase()
}

/** How a person is named; by their address as long as no name is known. */
export function personName(row: {
  given_name: string | null
  family_name: string | null
  email: string
}): string {
  return [row.given_name, row.family_name].filter(Boolean).join(' ') || row.email
}

export async function personByIdentity(db: Db, identity: IssuerIdentity): Promise<PersonId | undefined> {
  const row = await db
    .selectFrom('person')
    .select('person_id')
    .where('issuer', '=', identity.issuer)
    .where('subject', '=', identity.subject)
    .executeTakeFirst()
  return row && personIdSchema.parse(row.person_id)
}

/** Binds the person of an address to an identity, if nobody has been bound to it yet; answers who it is. */
export async function bindByEmail(
  db: Db,
  email: string,
  identity: IssuerIdentity,
  at: string,
): Promise<PersonId | undefined> {
  const row = await db
    .updateTable('person')
    .set({ issuer: identity.issuer, subject: identity.subject, bound_at: at })
    .where('email_key', '=', emailKey(email))
    .where('subject', 'is', null)
    .returning('person_id')
    .executeTakeFirst()
  return row && personIdSchema.parse(row.person_id)
}

/** Makes the account of somebody who is let in by an invitation or by their employer; undefined where the address is another's. */
export async function createBoundPerson(
  db: Db,
  person: IssuerIdentity & { readonly id: PersonId; readonly email: string; readonly at: string },
): Promise<PersonId | undefined> {
  const row = await db
    .insertInto('person')
    .values({
      person_id: person.id,
      email: person.email,
      email_key: emailKey(person.email),
      issuer: person.issuer,
      subject: person.subject,
      bound_at: person.at,
      created_at: person.at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('person_id')
    .executeTakeFirst()
  return row && personIdSchema.parse(row.person_id)
}

/** Keeps what the issuer vouched for at a sign-in, in place of what it did at the one before. */
export async function keepVouched(
  db: Db,
  person: PersonId,
  vouched: { siret: string | null; email: string | null },
): Promise<void> {
  await db
    .updateTable('person')
    .set({
      siret: vouched.siret,
      vouched_email_key: vouched.email === null ? null : emailKey(vouched.email),
    })
    .where('person_id', '=', person)
    .execute()
}

/** Addresses that are a person's, in the form in which they are compared. */
export async function ownAddresses(db: Db, person: PersonId): Promise<string[]> {
  const row = await db
    .selectFrom('person')
    .select(['email_key', 'vouched_email_key'])
    .where('person_id', '=', person)
    .executeTakeFirst()
  return [row?.email_key, row?.vouched_email_key].filter((key) => typeof key === 'string')
}

export async function addressOf(db: Db, person: PersonId): Promise<string | undefined> {
  const row = await db.selectFrom('person').select('email').where('person_id', '=', person).executeTakeFirst()
  return row?.email
}

/** Fills in the names that the issuer gives, where none is known. */
export async function completeNames(
  db: Db,
  person: PersonId,
  names: { givenName: string | null; familyName: string | null },
): Promise<void> {
  await db
    .updateTable('person')
    .set((eb) => ({
      given_name: eb.fn.coalesce('given_name', eb.val(names.givenName)),
      family_name: eb.fn.coalesce('family_name', eb.val(names.familyName)),
    }))
    .where('person_id', '=', person)
    .execute()
}

/** Makes the first account of the State, over the nation, unless the address is known or the State has an account. */
export async function createFirstStateAccount(
  db: Db,
  account: { personId: PersonId; email: string; at: string },
): Promise<boolean> {
  const existing = await db.selectFrom('state_remit').select('person_id').limit(1).executeTakeFirst()
  if (existing) return false
  const key = emailKey(account.email)
  await db
    .insertInto('person')
    .values({ person_id: account.personId, email: account.email, email_key: key, created_at: account.at })
    .onConflict((conflict) => conflict.column('email_key').doNothing())
    .execute()
  const person = await db
    .selectFrom('person')
    .select('person_id')
    .where('email_key', '=', key)
    .executeTakeFirstOrThrow()
  await db.insertInto('state_remit').values({ person_id: person.person_id, department: null }).execute()
  return true
}

/** What others know a person by; empty where no name is known. */
export async function nameOfPerson(db: Db, person: PersonId): Promise<string> {
  const row = await db
    .selectFrom('person')
    .select(['given_name', 'family_name'])
    .where('person_id', '=', person)
    .executeTakeFirst()
  return [row?.given_name, row?.family_name].filter(Boolean).join(' ')
}
