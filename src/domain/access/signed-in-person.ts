import * as z from 'zod/mini'
import { calendarDaySchema } from '../calendar-day.ts'
import { trainingBodyIdSchema } from '../commitments/training/training-ids.ts'
import { personIdSchema, scopeIdSchema, structureIdSchema, teamIdSchema } from '../ids.ts'

/** Days of a contract, first and last; open-ended where there is no last. */
export const contractDatesSchema = z.object({
  starts: calendarDaySchema,
  ends: z.nullable(calendarDaySchema),
})

/** A scope that a person writes in: an assignment to a structure, with its contracts (sync.md 3.1). */
export const ownScopeSchema = z.object({
  scope: scopeIdSchema,
  role: z.enum(['advisor', 'coordinator']),
  structureId: structureIdSchema,
  structureName: z.string(),
  structureCommune: z.nullable(z.string()),
  contracts: z.array(contractDatesSchema),
})
export type OwnScope = z.infer<typeof ownScopeSchema>

/** A structure that a person reads as its employer: *responsable* or *lecteur*. */
export const membershipSchema = z.object({
  structureId: structureIdSchema,
  structureName: z.string(),
  role: z.enum(['responsable', 'lecteur']),
})
export type Membership = z.infer<typeof membershipSchema>

/** A team that a person coordinates. */
export const ledTeamSchema = z.object({ teamId: teamIdSchema, teamName: z.string() })
export type LedTeam = z.infer<typeof ledTeamSchema>

/** Who is signed in, and in which capacities. */
export const signedInPersonSchema = z.object({
  id: personIdSchema,
  givenName: z.string(),
  familyName: z.string(),
  email: z.string(),
  scopes: z.array(ownScopeSchema),
  memberships: z.array(membershipSchema),
  /** Teams that the person coordinates, by name. */
  teams: z.array(z.string()),
  /** The same teams, to be opened; absent from what an earlier build answered or remembered. */
  ledTeams: z.optional(z.array(ledTeamSchema)),
  /** The State's account: one department, or the nation where it is null. */
  state: z.nullable(z.object({ department: z.nullable(z.string()) })),
  /** The training body's name, for its account. */
  trainingBody: z.nullable(z.string()),
  /** The body itself; absent from what an earlier build answered or remembered. */
  trainingBodyId: z.optional(z.nullable(trainingBodyIdSchema)),
})
export type SignedInPerson = z.infer<typeof signedInPersonSchema>

/** That nobody is signed in: an answer, not a refusal, since every visit of a public page asks. */
export const nobodySignedInSchema = z.object({ person: z.null() })

/** What `GET /api/session` answers. */
export const sessionAnswerSchema = z.union([signedInPersonSchema, nobodySignedInSchema])
export type SessionAnswer = z.infer<typeof sessionAnswerSchema>
