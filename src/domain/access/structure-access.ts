import * as z from 'zod/mini'
import { accessRequestIdSchema, invitationIdSchema, personIdSchema, structureIdSchema } from '../ids.ts'

/** *Responsable*: vouches, invites, settles. *Lecteur*: reads. */
export const memberRoleSchema = z.enum(['responsable', 'lecteur'])
export type MemberRole = z.infer<typeof memberRoleSchema>

const memberSchema = z.object({
  personId: personIdSchema,
  name: z.string(),
  email: z.string(),
  role: memberRoleSchema,
  since: z.iso.datetime(),
})
export type StructureMember = z.infer<typeof memberSchema>

const pendingInvitationSchema = z.object({
  id: invitationIdSchema,
  email: z.string(),
  role: memberRoleSchema,
  invitedAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
})
export type PendingInvitation = z.infer<typeof pendingInvitationSchema>

const pendingRequestSchema = z.object({
  id: accessRequestIdSchema,
  name: z.string(),
  email: z.string(),
  askedAt: z.iso.datetime(),
})
export type PendingRequest = z.infer<typeof pendingRequestSchema>

/** Who reads a structure; what waits is told to its *responsables* only. */
export const structureAccessSchema = z.object({
  members: z.array(memberSchema),
  invitations: z.array(pendingInvitationSchema),
  requests: z.array(pendingRequestSchema),
})
export type StructureAccess = z.infer<typeof structureAccessSchema>

/** What somebody who works for a structure may ask of it; null where their employer is no structure. */
export const ownEmployerSchema = z.object({
  structure: z.nullable(z.object({ id: structureIdSchema, name: z.string() })),
  isMember: z.boolean(),
  /** Who answers: a *responsable*, or the State where there is none yet. */
  hasResponsable: z.boolean(),
  /** The last request: when it was made, and what became of it. */
  request: z.nullable(
    z.object({ askedAt: z.iso.datetime(), status: z.enum(['open', 'accepted', 'refused']) }),
  ),
})
export type OwnEmployer = z.infer<typeof ownEmployerSchema>

/** What an invitation offers, to the person whom it is for. */
export const offeredInvitationSchema = z.object({
  structureId: structureIdSchema,
  structureName: z.string(),
  role: memberRoleSchema,
  invitedBy: z.string(),
  expiresAt: z.iso.datetime(),
})
export type OfferedInvitation = z.infer<typeof offeredInvitationSchema>

/** Requests to structures that nobody answers for yet, which the State settles. */
export const firstRequestsSchema = z.object({
  requests: z.array(
    z.object({
      ...pendingRequestSchema.shape,
      structureId: structureIdSchema,
      structureName: z.string(),
      department: z.nullable(z.string()),
    }),
  ),
})
export type FirstRequest = z.infer<typeof firstRequestsSchema>['requests'][number]
