import * as z from 'zod/mini'

const uuid = z.uuid().check(z.toLowerCase())

export const communityFactIdSchema = uuid.check().brand<'CommunityFactId'>()
/** One thing said of an event; made by whoever says it, so that saying it twice is saying it once. */
export type CommunityFactId = z.infer<typeof communityFactIdSchema>
