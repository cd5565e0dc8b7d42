import * as z from 'zod/mini'
import { calendarDaySchema } from '../calendar-day.ts'
import { scopeIdSchema } from '../ids.ts'

/** Weeks that are shown, the running one included. */
export const weeksShown = 13

const minutes = z.int()

export const weekOfTimeSchema = z.object({
  monday: calendarDaySchema,
  minutes: z.object({
    accompaniment: minutes,
    preparation: minutes,
    travel: minutes,
    training: minutes,
    community: minutes,
    rest: minutes,
  }),
  total: minutes,
  expected: z.nullable(minutes),
})

/** Where the time of a structure's advisors goes, by name and never by how much, for its members. */
export const structureTimeSchema = z.object({
  today: calendarDaySchema,
  advisors: z.array(z.object({ scope: scopeIdSchema, name: z.string(), weeks: z.array(weekOfTimeSchema) })),
})
export type StructureTime = z.infer<typeof structureTimeSchema>
