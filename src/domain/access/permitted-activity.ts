import * as z from 'zod/mini'
import { calendarDaySchema } from '../calendar-day.ts'
import { documentIdSchema, personIdSchema } from '../ids.ts'

/**
 * What a host structure may read of a report: never the beneficiary, no personal tag, and the note only where the
 * advisor shares it (domain.md, "Who may see what"). Selected column by column; the stored body never leaves the
 * server. Codes are plain text: one that this build doesn't know is shown as *valeur inconnue*.
 */
export const permittedActivitySchema = z.object({
  id: documentIdSchema,
  advisorId: personIdSchema,
  advisorName: z.string(),
  kind: z.string(),
  /** Of a workshop, of time otherwise spent, of an event. */
  title: z.nullable(z.string()),
  /** How many people were at a workshop or at an event. */
  participants: z.nullable(z.int()),
  level: z.nullable(z.string()),
  /** What time otherwise spent was for. */
  activity: z.nullable(z.string()),
  eventType: z.nullable(z.string()),
  otherType: z.nullable(z.string()),
  organisers: z.array(z.string()),
  scale: z.nullable(z.string()),
  /** Those that the advisor gives for the structure to see. */
  structureTags: z.array(z.string()),
  date: calendarDaySchema,
  minutes: z.int(),
  placeKind: z.string(),
  /** Name of the place of activity, where the activity took place in one. */
  placeName: z.nullable(z.string()),
  /** INSEE code of the commune of the activity, and its name. */
  commune: z.nullable(z.string()),
  communeName: z.nullable(z.string()),
  themes: z.array(z.string()),
  administrativeThemes: z.array(z.string()),
  procedureName: z.nullable(z.string()),
  equipment: z.array(z.string()),
  autonomy: z.nullable(z.string()),
  oriented: z.nullable(z.boolean()),
  orientation: z.nullable(z.string()),
  unmetNeeds: z.array(z.string()),
  /** Null unless the advisor shares it. */
  sharedNote: z.nullable(z.string()),
  filedOn: z.nullable(calendarDaySchema),
})
export type PermittedActivity = z.infer<typeof permittedActivitySchema>

/** A page of activities, in the order that was asked for; `next` is opaque and goes back as `cursor`. */
export const permittedActivityPageSchema = z.object({
  items: z.array(permittedActivitySchema),
  next: z.nullable(z.string()),
  /** All that the question finds, on its first page; absent from those after it. */
  total: z.optional(z.int().check(z.minimum(0))),
})
export type PermittedActivityPage = z.infer<typeof permittedActivityPageSchema>

/** What a structure's list may be filtered by, as `theme:email`, and how many activities choosing it would find. */
export const activityChoicesSchema = z.object({
  counts: z.record(z.string(), z.int().check(z.minimum(0))),
  /** Of advisors by id, and of communes by INSEE code. */
  advisors: z.record(z.string(), z.string()),
  communes: z.record(z.string(), z.string()),
})
export type ActivityChoices = z.infer<typeof activityChoicesSchema>
