import { addDays, calendarDaySchema, daysBetween, type CalendarDay } from './calendar-day.ts'

/** Day of the week of a calendar day, from 0 for Monday to 6 for Sunday. */
export function weekdayOf(day: CalendarDay): number {
  return ((daysBetween(knownMonday, day) % 7) + 7) % 7
}

const knownMonday = calendarDaySchema.parse('2024-01-01')

export function mondayOf(day: CalendarDay): CalendarDay {
  return addDays(day, -weekdayOf(day))
}

/** Whether one works on that day by default: from Monday to Friday, and on no holiday. */
export function isWorkingDay(day: CalendarDay): boolean {
  return weekdayOf(day) < 5 && !isFrenchHoliday(day)
}

/** Whether nobody works in France on that day: the eleven holidays of the Labour Code (L3133-1). */
export function isFrenchHoliday(day: CalendarDay): boolean {
  return fixedHolidays.has(day.slice(5)) || movableHolidaysOf(day.slice(0, 4)).has(day)
}

const fixedHolidays = new Set(['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25'])

/** Easter Monday, Ascension and Whit Monday, in days after Easter. */
const movableHolidays = [1, 39, 50]

/** Of each year that was asked about: figures ask about hundreds of days. */
const knownYears = new Map<string, ReadonlySet<CalendarDay>>()

function movableHolidaysOf(year: string): ReadonlySet<CalendarDay> {
  const known = knownYears.get(year)
  if (known) return known
  const easter = easterSunday(Number(year))
  const holidays = new Set(movableHolidays.map((days) => addDays(easter, days)))
  knownYears.set(year, holidays)
  return holidays
}

/** Easter of a Gregorian year, by the anonymous algorithm of Meeus. */
export function easterSunday(year: number): CalendarDay {
  const a = year % 19
  const [b, c] = [Math.floor(year / 100), year % 100]
  const d = Math.floor((8 * b + 13) / 25)
  const h = (19 * a + b - Math.floor(b / 4) - d + 15) % 30
  const m = Math.floor((a + 11 * h) / 319)
  const j = (2 * (b % 4) + 2 * Math.floor(c / 4) - (c % 4) - h + m + 32) % 7
  const month = Math.floor((h - m + j + 90) / 25)
  const date = (h - m + j + month + 19) % 32
  return calendarDaySchema.parse(`${year}-${pad(month)}-${pad(date)}`)
}

function pad(value: number): string {
  return String(value).padStart(2, '0')
}
