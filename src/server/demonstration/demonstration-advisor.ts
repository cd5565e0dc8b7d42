import type { CalendarDay } from '../../domain/calendar-day.ts'
import type { DocumentId } from '../../domain/ids.ts'

/** What the generator of reports needs to know of an advisor. */
export interface DemonstrationAdvisor {
  /** Names this advisor's stream of random numbers: another key, another life. */
  readonly key: string
  readonly contracts: readonly { readonly starts: CalendarDay; readonly ends: CalendarDay | null }[]
  readonly places: readonly AdvisorPlace[]
  /** Communes where this advisor's people live: visited at home, or said to be where they come from. */
  readonly communes: readonly [string, ...string[]]
  /** Accompaniments of an ordinary full week, before holidays. */
  readonly ordinaryWeek: { readonly low: number; readonly high: number }
}

/** A place where an advisor holds sessions, and how often compared with the others. */
export interface AdvisorPlace {
  readonly id: DocumentId
  readonly name: string
  /** INSEE code. */
  readonly commune: string
  readonly weight: number
  /** Open on Saturday mornings. */
  readonly onSaturdays?: boolean
}
