import { calendarDaySchema, type CalendarDay } from '../calendar-day.ts'
import { firstOfMonth, lastOfMonth, type Period } from './period.ts'

/** A month as a number, each one more than the one before: what is counted by months is a list. */
export type MonthNumber = number

export function monthNumber(day: CalendarDay): MonthNumber {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1
}

export function firstDayOf(month: MonthNumber): CalendarDay {
  const [year, number] = [Math.floor(month / 12), (month % 12) + 1]
  return calendarDaySchema.parse(`${String(year).padStart(4, '0')}-${String(number).padStart(2, '0')}-01`)
}

/** Months from one to another, the first included, the last not. */
export interface Months {
  readonly from: MonthNumber
  readonly to: MonthNumber
}

/** Each of them, in their order. */
export function eachMonth({ from, to }: Months): MonthNumber[] {
  return Array.from({ length: to - from }, (_, place) => from + place)
}

export function monthsOf({ from, to }: Period): Months {
  return { from: monthNumber(from), to: monthNumber(to) + 1 }
}

/** The days of some months, up to today where the last one isn't over. */
export function daysOfMonths({ from, to }: Months, today: CalendarDay): Period {
  const last = lastOfMonth(firstDayOf(to - 1))
  return { from: firstDayOf(from), to: last < today ? last : today }
}

/** Whether two days are the first of a month and the last of one. */
export function areWholeMonths({ from, to }: Period): boolean {
  return from === firstOfMonth(from) && to === lastOfMonth(to)
}
