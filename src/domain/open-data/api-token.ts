import * as z from 'zod/mini'
import { addMonths, calendarDaySchema, type CalendarDay } from '../calendar-day.ts'
import { isDepartmentCode } from '../territory/departments.ts'
import { datasetNames } from './rows.ts'

export const apiTokenIdSchema = z.uuid().check(z.toLowerCase()).brand<'ApiTokenId'>()
export type ApiTokenId = z.infer<typeof apiTokenIdSchema>

/** Months that a token may be valid at most. */
const longestMonths = 12

/** The last day that a token made today may have. */
export function latestDayOf(today: CalendarDay): CalendarDay {
  return addMonths(today, longestMonths)
}

const line = (most: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(most))

/** What a token opens, and to whom it is given. */
export const newApiTokenSchema = z.object({
  /** Of the system that will use it. */
  name: line(80),
  /** What it is for. */
  purpose: line(300),
  datasets: z.array(z.enum(datasetNames)).check(z.minLength(1), z.maxLength(datasetNames.length)),
  /** Null for the nation. */
  department: z.nullable(z.string().check(z.refine(isDepartmentCode, { error: 'Département inconnu' }))),
  /** Its last day. */
  lastDay: calendarDaySchema,
})
export type NewApiToken = z.infer<typeof newApiTokenSchema>

export const apiTokenSchema = z.extend(newApiTokenSchema, {
  id: apiTokenIdSchema,
  madeAt: z.iso.datetime(),
  lastUsedOn: z.nullable(calendarDaySchema),
  revokedAt: z.nullable(z.iso.datetime()),
})
export type ApiToken = z.infer<typeof apiTokenSchema>

export const apiTokensSchema = z.object({ tokens: z.array(apiTokenSchema) })

/** The token itself is in this answer, and never again in any other. */
export const madeApiTokenSchema = z.object({ secret: z.string(), token: apiTokenSchema })
export type MadeApiToken = z.infer<typeof madeApiTokenSchema>
