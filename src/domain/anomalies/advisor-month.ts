import type { AbsenceDays } from '../absence/absence.ts'
import type { CalendarDay } from '../calendar-day.ts'
import type { CalendarMonth } from '../calendar-month.ts'
import type { DocumentId, ScopeId } from '../ids.ts'
import type { ContractDates } from '../sync/decide.ts'
import type { ExaminedReport } from './examined-report.ts'

/** Days on which an advisor is known to be elsewhere; `formation` is training, and why of anything else isn't asked. */
export interface KnownAbsence extends AbsenceDays {
  readonly kind: string
}

/** A workshop, to know how many people usually come. */
export interface PastWorkshop {
  readonly id: DocumentId
  readonly place: string
  readonly people: number
}

/** What an advisor did before the month that is looked at. */
export interface AdvisorHistory {
  /** How many activities each of the six months before had; one without any is absent. */
  readonly activities: ReadonlyMap<CalendarMonth, number>
  /** Workshops of the twelve months before. */
  readonly workshops: readonly PastWorkshop[]
  /** How many reports of the three months before had each note, by its words. */
  readonly notes: ReadonlyMap<string, number>
  /** Days with an activity, of the month before. */
  readonly days: ReadonlySet<CalendarDay>
  /** Themes of accompaniments in the months of the quarter before this one, and how many there were. */
  readonly quarter: { readonly themes: ReadonlySet<string>; readonly accompaniments: number }
}

/**
 * One advisor's month at one structure: all that rules are given, so that nobody is ever compared with anybody else.
 */
export interface AdvisorMonth {
  readonly scope: ScopeId
  readonly month: CalendarMonth
  readonly today: CalendarDay
  readonly contracts: readonly ContractDates[]
  readonly absences: readonly KnownAbsence[]
  /** Of the structure: some have holidays of their own. */
  readonly department: string | undefined
  /** Those of the month, on days inside a contract. */
  readonly reports: readonly ExaminedReport[]
  /** Those of the month on other days: no more is read of them. */
  readonly outside: readonly { readonly id: DocumentId; readonly date: CalendarDay }[]
  readonly history: AdvisorHistory
}
