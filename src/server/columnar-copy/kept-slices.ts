import type { CalendarDay } from '../../domain/calendar-day.ts'
import type { MonthNumber } from '../../domain/statistics/month-number.ts'
import type { MonthSlice } from './month-slice.ts'

/** Of which state of a month a slice is. */
export interface SliceState {
  /** The number of the month's last writing; undefined where it has none. */
  readonly write: number | undefined
  /** Of a month that isn't over, the day up to which it was read. */
  readonly upTo: CalendarDay | undefined
}

/** The months that were read last, by their numbers. */
export class KeptSlices {
  readonly #kept = new Map<MonthNumber, SliceState & { readonly slice: MonthSlice }>()

  /** Undefined where none is kept of that state. */
  at(month: MonthNumber, { write, upTo }: SliceState): MonthSlice | undefined {
    const kept = this.#kept.get(month)
    return kept?.write === write && kept?.upTo === upTo ? kept?.slice : undefined
  }

  keep(month: MonthNumber, state: SliceState, slice: MonthSlice): void {
    this.#kept.set(month, { ...state, slice })
  }
}
