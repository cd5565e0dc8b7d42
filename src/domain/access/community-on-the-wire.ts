import * as z from 'zod/mini'
import { calendarDaySchema } from '../calendar-day.ts'
import { calendarMonthSchema } from '../calendar-month.ts'
import { eventDetailsSchema } from '../community/community-fact.ts'
import { communityFactIdSchema } from '../community/community-ids.ts'
import { communityEventIdSchema } from '../confirmation/event-confirmation.ts'
import { eventAudienceSchema } from '../community/event-audience.ts'
import { markWordSchema } from '../community/event-words.ts'
import { scopeIdSchema } from '../ids.ts'

/** An event as it stands, as everybody reads it whom it concerns: nothing of who goes. */
export const publishedEventSchema = z.object({
  id: communityEventIdSchema,
  audience: eventAudienceSchema,
  /** Of a team's event. */
  teamName: z.nullable(z.string()),
  details: eventDetailsSchema,
  /** Why it doesn't take place, in words that may be empty; null where it does. */
  cancelled: z.nullable(z.string()),
  /** What is said next replaces it. */
  last: communityFactIdSchema,
  lastSaidAt: z.string(),
  changes: z.int(),
})
export type PublishedEvent = z.infer<typeof publishedEventSchema>

/** Events of the State's remit, and those for the whole nation. */
export const territoryEventsSchema = z.object({
  today: calendarDaySchema,
  events: z.array(publishedEventSchema),
})
export type TerritoryEvents = z.infer<typeof territoryEventsSchema>

const attendanceSchema = z.object({
  plans: z.nullable(z.enum(['going', 'not-going'])),
  wasThere: z.nullable(z.boolean()),
  by: z.nullable(z.enum(['advisor', 'coordinator'])),
  differs: z.boolean(),
})

const invitedSchema = z.object({ scope: scopeIdSchema, attendance: attendanceSchema })

/** Events that concern members of a team, with who of them goes or was there, for who coordinates it. */
export const teamEventsSchema = z.object({
  today: calendarDaySchema,
  members: z.array(z.object({ scope: scopeIdSchema, name: z.string() })),
  events: z.array(
    z.extend(publishedEventSchema, {
      /** Members whom it concerns. */
      invited: z.array(invitedSchema),
    }),
  ),
})
export type TeamEvents = z.infer<typeof teamEventsSchema>
export type TeamEvent = TeamEvents['events'][number]

/** Time for the community at a structure over twelve months, and the events that its advisors attended. */
export const structureCommunitySchema = z.object({
  today: calendarDaySchema,
  advisors: z.array(
    z.object({
      scope: scopeIdSchema,
      name: z.string(),
      months: z.array(z.object({ month: calendarMonthSchema, minutes: z.int() })),
    }),
  ),
  /** Those that concern one of its advisors, the last one first. */
  events: z.array(z.extend(publishedEventSchema, { invited: z.array(invitedSchema) })),
})
export type StructureCommunity = z.infer<typeof structureCommunitySchema>

/** One's own events, with what is known on the server of whether one goes or was there. */
export const ownCommunitySchema = z.object({
  events: z.array(
    z.extend(publishedEventSchema, {
      /** One's assignments that it concerns. */
      scopes: z.array(scopeIdSchema),
    }),
  ),
  marks: z.array(
    z.object({
      id: communityFactIdSchema,
      event: communityEventIdSchema,
      scope: scopeIdSchema,
      says: markWordSchema,
      at: z.string(),
    }),
  ),
  /** Since when a calendar may read them by a link; null where there is no link. */
  calendarSince: z.nullable(z.string()),
})
export type OwnCommunity = z.infer<typeof ownCommunitySchema>
export type OwnEvent = OwnCommunity['events'][number]

/** What a coordinator marks of somebody's attendance. */
export const markingSchema = z.object({
  id: communityFactIdSchema,
  scope: scopeIdSchema,
  says: markWordSchema,
})
export type Marking = z.infer<typeof markingSchema>

/** The address of a calendar, told once. */
export const madeCalendarLinkSchema = z.object({ url: z.string() })
