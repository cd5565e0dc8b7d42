import * as z from 'zod/mini'
import { hasContractOn } from '../access/has-contract-on.ts'
import type { CalendarDay } from '../calendar-day.ts'
import { teamIdSchema, type TeamId } from '../ids.ts'
import type { ContractDates } from '../sync/decide.ts'
import { isDepartmentCode } from '../territory/departments.ts'

/** For whom an event is: published by the State for the nation or a department, by a coordinator for a team. */
export const eventAudienceSchema = z.discriminatedUnion('over', [
  z.object({ over: z.literal('nation') }),
  z.object({
    over: z.literal('department'),
    department: z.string().check(z.refine(isDepartmentCode, { error: 'Département inconnu' })),
  }),
  z.object({ over: z.literal('team'), team: teamIdSchema }),
])
export type EventAudience = z.infer<typeof eventAudienceSchema>

/** Days in a team, from joining to leaving. */
export interface TeamStay {
  readonly team: TeamId
  readonly joins: CalendarDay
  readonly leaves: CalendarDay | null
}

/** What decides whether an event is for an advisor. */
export interface EventGuest {
  readonly contracts: readonly ContractDates[]
  /** Of the structure. */
  readonly department: string | null
  readonly stays: readonly TeamStay[]
}

/** Whether an event of a day is for an advisor: under contract that day, and of its nation, department or team then. */
export function isConcerned(guest: EventGuest, audience: EventAudience, day: CalendarDay): boolean {
  if (!hasContractOn(guest, day)) return false
  switch (audience.over) {
    case 'nation':
      return true
    case 'department':
      return guest.department === audience.department
    case 'team':
      return guest.stays.some(
        ({ team, joins, leaves }) =>
          team === audience.team && joins <= day && (leaves === null || day <= leaves),
      )
  }
}
