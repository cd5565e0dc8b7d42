import * as z from 'zod/mini'

const uuid = z.uuid().check(z.toLowerCase())

export const postIdSchema = uuid.check().brand<'PostId'>()
/** A post that the State attributed, for as long as it exists, whoever holds and fills it. */
export type PostId = z.infer<typeof postIdSchema>

export const postFactIdSchema = uuid.check().brand<'PostFactId'>()
/** One fact of a post's life; made by whoever says it, so that saying it twice is saying it once. */
export type PostFactId = z.infer<typeof postFactIdSchema>

export const offerIdSchema = uuid.check().brand<'OfferId'>()
/** A contract that is offered to an address: an invitation, which its person accepts or refuses. */
export type OfferId = z.infer<typeof offerIdSchema>
