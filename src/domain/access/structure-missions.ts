import * as z from 'zod/mini'
import { calendarDaySchema } from '../calendar-day.ts'

const accompaniments = z.int()

/** What a structure's advisors reported under each of the three missions, quarter by quarter, for its members. */
export const structureMissionsSchema = z.object({
  today: calendarDaySchema,
  /** The oldest first; the last one is running. */
  quarters: z.array(
    z.object({
      from: calendarDaySchema,
      to: calendarDaySchema,
      /** Accompaniments that touched a mission; one that touches several counts in each. */
      missions: z.object({ 1: accompaniments, 2: accompaniments, 3: accompaniments }),
    }),
  ),
})
export type StructureMissions = z.infer<typeof structureMissionsSchema>
export type QuarterOfMissions = StructureMissions['quarters'][number]
