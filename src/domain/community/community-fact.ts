import * as z from 'zod/mini'
import { calendarDaySchema } from '../calendar-day.ts'
import { wallTimeSchema } from '../french-time.ts'
import { communityFactIdSchema } from './community-ids.ts'
import { eventKindSchema } from './event-words.ts'

export const eventTitleMaxLength = 120
export const eventWordsMaxLength = 2000
export const eventPlaceMaxLength = 200
export const eventLinkMaxLength = 500
export const cancellingWordsMaxLength = 300

function text(longest: number) {
  return z.string().check(z.trim(), z.maxLength(longest))
}

/** What an event is: one meeting on one day; a training of several days is an event for each. */
export const eventDetailsSchema = z.object({
  kind: eventKindSchema,
  title: text(eventTitleMaxLength).check(z.minLength(1)),
  /** What it is about; empty where nothing is said. */
  words: text(eventWordsMaxLength),
  day: calendarDaySchema,
  /** By the clocks of mainland France. */
  starts: wallTimeSchema,
  ends: wallTimeSchema,
  /** Empty where one only follows it by its link. */
  place: text(eventPlaceMaxLength),
  /** Where one follows it from afar; empty where one doesn't. */
  link: text(eventLinkMaxLength),
})
export type EventDetails = z.infer<typeof eventDetailsSchema>

const said = {
  id: communityFactIdSchema,
  /** When it was written down: ISO 8601 in UTC. */
  at: z.iso.datetime(),
  /** What was last said of the event: facts of one event are a chain, and each is said of the one before. */
  replaces: z.nullable(communityFactIdSchema),
}

/**
 * One fact about an event. It is published first; then it is corrected by being published again, or cancelled, and what
 * was cancelled takes place after all once it is published again. Nothing is ever changed.
 */
export const communityFactSchema = z.discriminatedUnion('kind', [
  z.object({ ...said, kind: z.literal('published'), details: eventDetailsSchema }),
  /** The words say why, to whom it concerns; empty where nothing is said. */
  z.object({ ...said, kind: z.literal('cancelled'), words: text(cancellingWordsMaxLength) }),
])
export type CommunityFact = z.infer<typeof communityFactSchema>
export type CommunityFactOf<K extends CommunityFact['kind']> = Extract<CommunityFact, { kind: K }>

const saying = { id: communityFactIdSchema, replaces: z.nullable(communityFactIdSchema) }

/** What is said of an event by who may publish it; when is the server's to say. */
export const saysOfEventSchema = z.discriminatedUnion('kind', [
  z.object({ ...saying, kind: z.literal('published'), details: eventDetailsSchema }),
  z.object({ ...saying, kind: z.literal('cancelled'), words: text(cancellingWordsMaxLength) }),
])
export type SaysOfEvent = z.infer<typeof saysOfEventSchema>
