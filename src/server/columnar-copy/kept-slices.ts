import type { CalendarDay } from '../../domain/calendar-day.ts'
import type { MonthNumber } from '../../domain/statistics/month-number.ts'
import type { MonthSlice } from './month-slice.ts'
import { NumberRows } from './number-rows.ts'

/** Of which state of a month a slice is. */
export interface SliceState {
  /** The number of the month's last writing; undefined where it has none. */
  readonly write: number | undefined
  /** Of a month that isn't over, the day up to which it was read. */
  readonly upTo: CalendarDay | undefined
}

/** So long after the last question nobody waits for the next one. */
const inUseMs = 15 * 60_000

/** The months that were read last, by their numbers. */
export class KeptSlices {
  /** Everybody whom a slice knows of, by scope and the bits of their id: somebody who is gone keeps their number. */
  readonly persons = new NumberRows(3)
  readonly #kept = new Map<MonthNumber, SliceState & { readonly slice: Promise<MonthSlice> }>()
  #askedAt = -Infinity

  /** The slice of a month in some state: read where none is kept of it, once for all who ask for it meanwhile. */
  async of(month: MonthNumber, state: SliceState, read: () => Promise<MonthSlice>): Promise<MonthSlice> {
    const kept = this.#kept.get(month)
    if (kept && kept.write === state.write && kept.upTo === state.upTo) return kept.slice
    const entry = { ...state, slice: read() }
    this.#kept.set(month, entry)
    try {
      return await entry.slice
    } catch (error) {
      if (this.#kept.get(month) === entry) this.#kept.delete(month)
      throw error
    }
  }

  /** Somebody reads figures of months. */
  use(): void {
    this.#askedAt = performance.now()
  }

  /** Those that are kept, as long as somebody reads figures of them. */
  inUse(): MonthNumber[] {
    return performance.now() - this.#askedAt < inUseMs ? [...this.#kept.keys()] : []
  }
}
