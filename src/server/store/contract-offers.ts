import type { Invitation } from '../../domain/access/invitation.ts'
import type { StructureOffer } from '../../domain/access/structure-posts.ts'
import { offerIdSchema, postIdSchema, type OfferId, type PostId } from '../../domain/commitments/post-ids.ts'
import { structureIdSchema, type PersonId, type StructureId } from '../../domain/ids.ts'
import { emailKey, personName } from './people.ts'
import type { Db } from './tables.ts'

export interface NewOffer {
  readonly id: OfferId
  readonly structure: StructureId
  readonly post: PostId
  readonly email: string
  /** As the structure typed them; empty where it didn't. */
  readonly givenName: string
  readonly familyName: string
  readonly tokenHash: string
  readonly by: PersonId
  readonly at: string
  readonly expiresAt: string
}

export async function writeOffer(tx: Db, offer: NewOffer): Promise<void> {
  await tx
    .insertInto('contract_offer')
    .values({
      offer_id: offer.id,
      structure_id: offer.structure,
      post_id: offer.post,
      email: offer.email,
      email_key: emailKey(offer.email),
      given_name: offer.givenName,
      family_name: offer.familyName,
      token_hash: offer.tokenHash,
      offered_by: offer.by,
      sent_at: offer.at,
      expires_at: offer.expiresAt,
    })
    .execute()
}

/** How many of a structure's offers can still be accepted. */
export async function countWaitingOffers(tx: Db, structure: StructureId, at: string): Promise<number> {
  const rows = await tx
    .selectFrom('contract_offer')
    .select('offer_id')
    .where('structure_id', '=', structure)
    .where('outcome', 'is', null)
    .where('expires_at', '>', at)
    .execute()
  return rows.length
}

/** Gives an offer that waits another link, the only one that opens it from then on; answers to whom it goes. */
export async function renewOffer(
  tx: Db,
  {
    id,
    structure,
    post,
    ...link
  }: {
    id: OfferId
    structure: StructureId
    post: PostId
    tokenHash: string
    at: string
    expiresAt: string
  },
): Promise<string | undefined> {
  const row = await tx
    .updateTable('contract_offer')
    .set({ token_hash: link.tokenHash, sent_at: link.at, expires_at: link.expiresAt })
    .where('offer_id', '=', id)
    .where('structure_id', '=', structure)
    .where('post_id', '=', post)
    .where('outcome', 'is', null)
    .returning('email')
    .executeTakeFirst()
  return row?.email
}

/** Whether an address was offered a contract anywhere that it can still accept. */
export async function hasOffer(db: Db, email: string, at: string): Promise<boolean> {
  const row = await db
    .selectFrom('contract_offer')
    .select('offer_id')
    .where('email_key', '=', emailKey(email))
    .where('outcome', 'is', null)
    .where('expires_at', '>', at)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** What a structure offered to whom, as it named them; none for anybody who isn't its *responsable* while the query runs. */
export async function structureOffers(
  db: Db,
  { person, structure }: { person: PersonId; structure: StructureId },
): Promise<StructureOffer[]> {
  const rows = await db
    .selectFrom('membership as own')
    .innerJoin('contract_offer as o', 'o.structure_id', 'own.structure_id')
    .select(['o.offer_id', 'o.email', 'o.given_name', 'o.family_name', 'o.sent_at', 'o.expires_at'])
    .where('own.person_id', '=', person)
    .where('own.structure_id', '=', structure)
    .where('own.role', '=', 'responsable')
    .orderBy('o.offer_id')
    .execute()
  return rows.map((row) => ({
    id: offerIdSchema.parse(row.offer_id),
    email: row.email,
    givenName: row.given_name,
    familyName: row.family_name,
    sentAt: row.sent_at,
    expiresAt: row.expires_at,
  }))
}

/** An offer as it stands, and of what. */
export interface FoundOffer extends Invitation {
  readonly id: OfferId
  readonly structure: StructureId
  readonly structureName: string
  readonly post: PostId
  readonly offeredBy: string
}

/** The offer that a link's secret opens. */
export async function offerByToken(db: Db, tokenHash: string): Promise<FoundOffer | undefined> {
  const row = await db
    .selectFrom('contract_offer as o')
    .innerJoin('structure as s', 's.structure_id', 'o.structure_id')
    .innerJoin('person as p', 'p.person_id', 'o.offered_by')
    .select(['o.offer_id', 'o.post_id', 'o.email_key', 'o.expires_at', 'o.outcome'])
    .select(['s.structure_id', 's.name', 'p.email', 'p.given_name', 'p.family_name'])
    .where('o.token_hash', '=', tokenHash)
    .executeTakeFirst()
  return (
    row && {
      id: offerIdSchema.parse(row.offer_id),
      structure: structureIdSchema.parse(row.structure_id),
      structureName: row.name,
      post: postIdSchema.parse(row.post_id),
      offeredBy: personName(row),
      emailKey: row.email_key,
      expiresAt: row.expires_at,
      outcome: row.outcome,
    }
  )
}

/** Settles an offer that waits; false where it doesn't any more. */
export async function settleOffer(
  tx: Db,
  {
    id,
    outcome,
    by,
    at,
  }: { id: OfferId; outcome: 'accepted' | 'declined' | 'withdrawn'; by: PersonId; at: string },
): Promise<boolean> {
  const row = await tx
    .updateTable('contract_offer')
    .set({ outcome, settled_at: at, settled_by: by })
    .where('offer_id', '=', id)
    .where('outcome', 'is', null)
    .returning('offer_id')
    .executeTakeFirst()
  return row !== undefined
}

export async function forgetOffersBefore(db: Db, before: string): Promise<void> {
  await db.deleteFrom('contract_offer').where('expires_at', '<', before).execute()
}
