import type { CalendarDay } from '../calendar-day.ts'
import type { ContractDates } from '../sync/decide.ts'
import { hasContractOn } from './has-contract-on.ts'

/** An advisor's time in a team, from one day to another, both in it; not over where there is no last. */
export interface TeamStay {
  readonly joins: CalendarDay
  readonly leaves: CalendarDay | null
}

/** The days of a post that its reader's figures count. */
export interface CountedDays {
  readonly contracts: readonly ContractDates[]
  /** In the team, for who coordinates it; null for a structure, which reads every day of its contracts. */
  readonly stays: readonly TeamStay[] | null
}

/** Whether what was done on a day is counted: once, however many contracts and stays hold it. */
export function isCountedOn(days: CountedDays, day: CalendarDay): boolean {
  return hasContractOn(days, day) && (days.stays === null || isInTeamOn(days.stays, day))
}

export function isInTeamOn(stays: readonly TeamStay[], day: CalendarDay): boolean {
  return stays.some(({ joins, leaves }) => joins <= day && (leaves === null || day <= leaves))
}
