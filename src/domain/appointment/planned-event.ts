import type { CalendarDay } from '../calendar-day.ts'

/** One occurrence of one event of a calendar, inside the days that are read. */
export interface PlannedEvent {
  readonly uid: string
  /** Which of a series, by the instant (or the day) that its rule gives it; absent where the event is alone. */
  readonly occurrence?: string
  readonly sequence: number
  readonly isCancelled: boolean
  /** The person is shown as free during it: a holiday, a birthday. */
  readonly isFree: boolean
  readonly title: string
  readonly date: CalendarDay
  readonly lastDate?: CalendarDay
  readonly starts?: string
  readonly ends?: string
  readonly location?: string
}

/** Why an event can't be read. */
export type UnreadableReason =
  | 'broken'
  | 'cut'
  | 'no-uid'
  | 'no-start'
  | 'unknown-zone'
  | 'ends-before-it-starts'
  | 'unreadable-rule'
  | 'too-often'
  | 'too-long'

export interface UnreadableEvent {
  /** Line of the file on which the event begins. */
  readonly line: number
  readonly title?: string
  readonly reason: UnreadableReason
}

/** What a calendar says, inside the days that are read. */
export interface CalendarRead {
  /** By date; those that are cancelled too. */
  readonly events: readonly PlannedEvent[]
  /** Events and series that are cancelled whole. */
  readonly cancelledUids: ReadonlySet<string>
  /** Events and series that the file has whole: an occurrence that it no longer gives has been taken out of it. */
  readonly wholeUids: ReadonlySet<string>
  readonly unreadable: readonly UnreadableEvent[]
  /** Events that have no occurrence in these days. */
  readonly outside: number
  /** Tasks and notes, that are no appointments. */
  readonly others: number
  /** The last day that was read whole: earlier than the window's where there were too many events. */
  readonly until: CalendarDay
  readonly isCut: boolean
}
