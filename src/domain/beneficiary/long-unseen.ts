import { addMonths, calendarDaySchema, type CalendarDay } from '../calendar-day.ts'

/** How long a person's page is kept without their being seen, and how long after it was kept on purpose. */
export const keptWhileUnseen = { monthsUnseen: 24, monthsOnceKept: 12 } as const

/** What tells whether it is time to ask about a person. */
export interface Seen {
  /** The day of the last report that names them, or the day on which their page was made. */
  readonly lastDay: CalendarDay
  readonly keptOn?: CalendarDay | undefined
}

/** Whether a person's erasure is to be proposed: not seen for long, and not kept on purpose lately. */
export function isLongUnseen({ lastDay, keptOn }: Seen, today: CalendarDay): boolean {
  const { monthsUnseen, monthsOnceKept } = keptWhileUnseen
  if (addMonths(lastDay, monthsUnseen) > today) return false
  return keptOn === undefined || addMonths(keptOn, monthsOnceKept) <= today
}

/** The day on which a document was made (UTC's, near enough here), by its id: a UUIDv7 begins with the milliseconds. */
export function dayOfId(id: string): CalendarDay {
  const made = new Date(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16))
  return calendarDaySchema.parse(made.toISOString().slice(0, 10))
}
