import * as z from 'zod/mini'

/**
 * Every identifier is a UUID; those of documents and ops are UUIDv7, made on the device (domain.md, "Fields"), but for
 * documents that two devices must name alike without asking each other (`appointment/name-based-id.ts`).
 * The brands keep one kind of id from being given where another is meant. Lower case is the one spelling, as the
 * database's: an id in capitals must find the same document.
 */
const uuid = z.uuid().check(z.toLowerCase())

export const documentIdSchema = uuid.check().brand<'DocumentId'>()
export type DocumentId = z.infer<typeof documentIdSchema>

export const scopeIdSchema = uuid.check().brand<'ScopeId'>()
/** One advisor at one host structure: the unit of order and of pull (sync.md 3.1). */
export type ScopeId = z.infer<typeof scopeIdSchema>

export const opIdSchema = uuid.check().brand<'OpId'>()
export type OpId = z.infer<typeof opIdSchema>

export const personIdSchema = uuid.check().brand<'PersonId'>()
export type PersonId = z.infer<typeof personIdSchema>

export const structureIdSchema = uuid.check().brand<'StructureId'>()
export type StructureId = z.infer<typeof structureIdSchema>

export const teamIdSchema = uuid.check().brand<'TeamId'>()
/** Advisors of a territory, whom somebody coordinates. */
export type TeamId = z.infer<typeof teamIdSchema>

export const deviceIdSchema = uuid.check().brand<'DeviceId'>()
/** One browser profile × one user. */
export type DeviceId = z.infer<typeof deviceIdSchema>

export const epochSchema = uuid.check().brand<'Epoch'>()
/** Identity of the server's history: a restore from backup changes it. */
export type Epoch = z.infer<typeof epochSchema>
