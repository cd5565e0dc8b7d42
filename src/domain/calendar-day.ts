import * as z from 'zod/mini'

const dayPattern = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/

/** A calendar day, `YYYY-MM-DD`, in the advisor's own time zone; never an instant. */
export const calendarDaySchema = z
  .string()
  .check(
    z.regex(dayPattern),
    z.refine(
      (text) => Number(text.slice(8)) <= lastDateOf(Number(text.slice(0, 4)), Number(text.slice(5, 7))),
    ),
  )
  .brand<'CalendarDay'>()
export type CalendarDay = z.infer<typeof calendarDaySchema>

/** Without a `Date`, which would take most of the time of reading a year of days. */
function lastDateOf(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

export function addDays(day: CalendarDay, days: number): CalendarDay {
  return dayAt(toUtc(day) + days * 86_400_000)
}

/** The same day `months` later, or the last day of that month where it has no such day. */
export function addMonths(day: CalendarDay, months: number): CalendarDay {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const lastDate = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return dayAt(Date.UTC(year, month - 1 + months, Math.min(date, lastDate)))
}

/** Whole days from `a` to `b`; negative when `b` comes first. */
export function daysBetween(a: CalendarDay, b: CalendarDay): number {
  return Math.round((toUtc(b) - toUtc(a)) / 86_400_000)
}

/** The calendar day that a clock on the wall of the device shows. */
export function localDayOf(instant: Date): CalendarDay {
  return dayAt(Date.UTC(instant.getFullYear(), instant.getMonth(), instant.getDate()))
}

/** The calendar day in France at an instant: what the server compares days with. */
export function frenchDayOf(instant: Date): CalendarDay {
  // France is ahead of UTC by two hours at most; asking its calendar costs much, and some ask for thousands of instants.
  if (instant.getUTCHours() < 22) return calendarDaySchema.parse(instant.toISOString().slice(0, 10))
  const parts = Object.fromEntries(frenchDay.formatToParts(instant).map((part) => [part.type, part.value]))
  return calendarDaySchema.parse(`${parts['year']}-${parts['month']}-${parts['day']}`)
}

const frenchDay = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Paris',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})

function toUtc(text: string): number {
  return Date.parse(`${text}T00:00:00Z`)
}

/** The day at an instant of UTC, by a calculation that can't leave the calendar: the brand is earned here. */
function dayAt(utc: number): CalendarDay {
  return toDay(utc) as CalendarDay
}

function toDay(utc: number): string {
  return Number.isNaN(utc) ? '' : new Date(utc).toISOString().slice(0, 10)
}
