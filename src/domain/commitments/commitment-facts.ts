import type { CalendarDay } from '../calendar-day.ts'
import type { CalendarMonth } from '../calendar-month.ts'
import type { EventKind } from '../community/event-words.ts'
import type { ScopeId, StructureId } from '../ids.ts'
import type { Mission } from '../report/missions.ts'
import type { Kit } from './kit/structure-kit.ts'
import type { PostLife } from './post-life.ts'
import type { TrainingRecord } from './training/training-record.ts'

/** An advisor under contract with the structure today. */
export interface WatchedAdvisor {
  readonly scope: ScopeId
  readonly name: string
  /** First day of the first contract. */
  readonly since: CalendarDay
  readonly lastActivity: CalendarDay | null
  /** No activity for two weeks of work, and not away (`domain/absence/quiet-advisors.ts`). */
  readonly isQuiet: boolean
}

/** A month that is over, and what deserved a look in it. */
export interface ExaminedMonth {
  readonly month: CalendarMonth
  readonly lastDay: CalendarDay
  readonly open: number
  readonly settled: number
}

/** An event of the community that advisors of the structure attended, on a day of their contract. */
export interface AttendedEvent {
  readonly kind: EventKind
  readonly title: string
  readonly day: CalendarDay
  /** Of those who were there; empty where whoever reads isn't told. */
  readonly names: readonly string[]
}

/** All that commitments are judged by, as it is today. */
export interface CommitmentFacts {
  readonly today: CalendarDay
  readonly structure: StructureId
  /** Those that the structure holds, or held. */
  readonly posts: readonly { readonly reference: string; readonly life: PostLife }[]
  readonly advisors: readonly WatchedAdvisor[]
  /** Reports of the last three months, on days inside a contract. */
  readonly reporting: {
    readonly from: CalendarDay
    readonly to: CalendarDay
    readonly reports: number
    /** Accompaniments that touch each mission; a mission that none touches is 0. */
    readonly missions: Readonly<Record<Mission, number>>
  }
  /** Clothing and equipment, without sizes. */
  readonly kit: Kit
  /** Of those of whom anything is kept. */
  readonly training: ReadonlyMap<ScopeId, TrainingRecord>
  /** Minutes of reports of *hors accompagnement* for the life of the community, in the same three months. */
  readonly communityMinutes: number
  /** In the same three months. */
  readonly eventsAttended: readonly AttendedEvent[]
  /** The last months that are over, oldest first. */
  readonly months: readonly ExaminedMonth[]
  /** Those that a named person has vouched for. */
  readonly vouched: ReadonlySet<CalendarMonth>
}
