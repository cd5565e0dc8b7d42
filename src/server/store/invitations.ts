import type { Invitation } from '../../domain/access/invitation.ts'
import type {
  MemberRole,
  OfferedInvitation,
  PendingInvitation,
} from '../../domain/access/structure-access.ts'
import {
  invitationIdSchema,
  structureIdSchema,
  type InvitationId,
  type PersonId,
  type StructureId,
} from '../../domain/ids.ts'
import { emailKey, personName } from './people.ts'
import type { Db } from './tables.ts'

export interface NewInvitation {
  readonly id: InvitationId
  readonly structure: StructureId
  readonly email: string
  readonly role: MemberRole
  readonly tokenHash: string
  readonly by: PersonId
  readonly at: string
  readonly expiresAt: string
}

export async function writeInvitation(tx: Db, invitation: NewInvitation): Promise<void> {
  await tx
    .insertInto('invitation')
    .values({
      invitation_id: invitation.id,
      structure_id: invitation.structure,
      email: invitation.email,
      email_key: emailKey(invitation.email),
      role: invitation.role,
      token_hash: invitation.tokenHash,
      invited_by: invitation.by,
      invited_at: invitation.at,
      expires_at: invitation.expiresAt,
    })
    .execute()
}

/** Addresses whose invitation to a structure can still be accepted, in the form in which they are compared. */
export async function invitedAddresses(tx: Db, structure: StructureId, at: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('invitation')
    .select('email_key')
    .where('structure_id', '=', structure)
    .where('outcome', 'is', null)
    .where('expires_at', '>', at)
    .execute()
  return rows.map((row) => row.email_key)
}

/** Whether an address was invited anywhere, by an invitation that can still be accepted. */
export async function isInvited(db: Db, email: string, at: string): Promise<boolean> {
  const row = await db
    .selectFrom('invitation')
    .select('invitation_id')
    .where('email_key', '=', emailKey(email))
    .where('outcome', 'is', null)
    .where('expires_at', '>', at)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Those of a structure that wait, expired ones too; none for anybody who isn't its *responsable* while the query runs. */
export async function pendingInvitations(
  db: Db,
  { person, structure }: { person: PersonId; structure: StructureId },
): Promise<PendingInvitation[]> {
  const rows = await db
    .selectFrom('membership as own')
    .innerJoin('invitation as i', 'i.structure_id', 'own.structure_id')
    .select(['i.invitation_id', 'i.email', 'i.role', 'i.invited_at', 'i.expires_at'])
    .where('own.person_id', '=', person)
    .where('own.structure_id', '=', structure)
    .where('own.role', '=', 'responsable')
    .where('i.outcome', 'is', null)
    .orderBy('i.invited_at')
    .execute()
  return rows.map((row) => ({
    id: invitationIdSchema.parse(row.invitation_id),
    email: row.email,
    role: row.role,
    invitedAt: row.invited_at,
    expiresAt: row.expires_at,
  }))
}

/** An invitation with what it offers. */
export interface FoundInvitation extends Invitation {
  readonly id: InvitationId
  readonly offer: OfferedInvitation
}

/** The invitation that a link's secret opens; gone with its structure. */
export async function invitationByToken(db: Db, tokenHash: string): Promise<FoundInvitation | undefined> {
  const row = await db
    .selectFrom('invitation as i')
    .innerJoin('structure as s', 's.structure_id', 'i.structure_id')
    .innerJoin('person as p', 'p.person_id', 'i.invited_by')
    .select(['i.invitation_id', 'i.email_key', 'i.expires_at', 'i.outcome', 'i.role'])
    .select(['s.structure_id', 's.name', 'p.email', 'p.given_name', 'p.family_name'])
    .where('i.token_hash', '=', tokenHash)
    .executeTakeFirst()
  if (!row) return undefined
  return {
    id: invitationIdSchema.parse(row.invitation_id),
    emailKey: row.email_key,
    expiresAt: row.expires_at,
    outcome: row.outcome,
    offer: {
      structureId: structureIdSchema.parse(row.structure_id),
      structureName: row.name,
      role: row.role,
      invitedBy: personName(row),
      expiresAt: row.expires_at,
    },
  }
}

/** Settles an invitation that waits; false where it doesn't any more. */
export async function settleInvitation(
  tx: Db,
  settled: {
    id: InvitationId
    structure: StructureId
    outcome: 'accepted' | 'withdrawn'
    by: PersonId
    at: string
  },
): Promise<boolean> {
  const row = await tx
    .updateTable('invitation')
    .set({ outcome: settled.outcome, settled_at: settled.at, settled_by: settled.by })
    .where('invitation_id', '=', settled.id)
    .where('structure_id', '=', settled.structure)
    .where('outcome', 'is', null)
    .returning('invitation_id')
    .executeTakeFirst()
  return row !== undefined
}

export async function forgetInvitationsBefore(db: Db, before: string): Promise<void> {
  await db.deleteFrom('invitation').where('expires_at', '<', before).execute()
}
