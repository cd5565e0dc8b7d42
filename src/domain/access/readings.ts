import * as z from 'zod/mini'
import { calendarDaySchema } from '../calendar-day.ts'
import { calendarMonthSchema } from '../calendar-month.ts'
import { documentIdSchema } from '../ids.ts'

/**
 * How a member of a structure reads reports that are not theirs: one of them on its page, many in a list, in a file that
 * they take away, or beside what deserves a look in a month.
 */
export const readingWays = ['page', 'list', 'export', 'check'] as const
export type ReadingWay = (typeof readingWays)[number]

/** How many days it is known who read what: a year, as what is known of requests and invitations. */
export const readingDays = 365

/** Who read, and when for the first time that day. */
const reading = {
  /** Empty where the account is no more. */
  readerName: z.string(),
  at: z.iso.datetime(),
}

/** A way that this build doesn't know is told as a reading, and no more. */
const way = z.string()

/** Who read one report: opened it, or had a list that held it. Oldest first. */
export const reportReadingSchema = z.object({ ...reading, way })
export type ReportReading = z.infer<typeof reportReadingSchema>

export const reportReadingsSchema = z.object({ readings: z.array(reportReadingSchema) })
export type ReportReadings = z.infer<typeof reportReadingsSchema>

/** A report opened on its page: told once for a person and a day. */
const opening = {
  ...reading,
  report: documentIdSchema,
  /** Of the activity; null once the report is no more. */
  day: z.nullable(calendarDaySchema),
}

/** What held several reports: told once for a person, a day and a way, with how many different reports in all. */
const listReading = {
  ...reading,
  way,
  reports: z.int(),
  /** First and last day of their activities. */
  from: calendarDaySchema,
  to: calendarDaySchema,
}

/** What an advisor's structures read of their reports in a month, the last first. */
export const ownReadingsSchema = z.object({
  month: calendarMonthSchema,
  openings: z.array(z.object({ ...opening, structureName: z.string() })),
  lists: z.array(z.object({ ...listReading, structureName: z.string() })),
})
export type OwnReadings = z.infer<typeof ownReadingsSchema>

/** What a structure's members read in a month, as who answers for the structure sees it, the last first. */
export const structureReadingsSchema = z.object({
  month: calendarMonthSchema,
  openings: z.array(z.object({ ...opening, advisorName: z.string() })),
  /** Of one person, day and way: of all advisors together. */
  lists: z.array(z.object({ ...listReading, advisorNames: z.array(z.string()) })),
})
export type StructureReadings = z.infer<typeof structureReadingsSchema>
