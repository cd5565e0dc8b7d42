import * as z from 'zod/mini'
import { codeOf } from '../report/code-of.ts'
import { confirmedOn } from './confirmed-on.ts'

export const communityEventIdSchema = z.uuid().check(z.toLowerCase()).brand<'CommunityEventId'>()
/** An event of the community of advisors: a webinar, a meeting of a territory. */
export type CommunityEventId = z.infer<typeof communityEventIdSchema>

/** What an advisor says of an event: before it whether they go, after it whether they were there. */
export const eventConfirmationLabels = {
  going: 'J’y vais',
  'not-going': 'Je n’y vais pas',
  attended: 'J’y étais',
  'not-attended': 'Je n’y étais pas',
} as const
export type EventConfirmationKind = keyof typeof eventConfirmationLabels

/** What an advisor says of an event of the community; the last word about an event is what holds. */
export const eventConfirmationSchema = z.looseObject({
  about: z.literal('event'),
  ...confirmedOn,
  event: communityEventIdSchema,
  kind: codeOf(eventConfirmationLabels),
})
export type EventConfirmation = z.infer<typeof eventConfirmationSchema>
