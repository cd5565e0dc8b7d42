import { calendarDaySchema, daysBetween, type CalendarDay } from './calendar-day.ts'

/**
 * Whether a day is a public holiday: the eleven of the Labour Code (L3133-1), and those of a department that has its own.
 * Without a department, what holds everywhere.
 */
export function isFrenchHoliday(day: CalendarDay, department?: string): boolean {
  const date = day.slice(5)
  const afterEaster = daysBetween(easterOf(day.slice(0, 4)), day)
  if (fixedHolidays.has(date) || movableHolidays.includes(afterEaster)) return true
  if (department === undefined) return false
  return isAlsaceMoselle(department)
    ? date === '12-26' || afterEaster === goodFriday
    : endOfSlavery[department] === date
}

/** Whether one works on that day by default: from Monday to Friday, and on no holiday that holds everywhere. */
export function isWorkingDay(day: CalendarDay): boolean {
  return weekdayOf(day) < 5 && !isFrenchHoliday(day)
}

/** Day of the week of a calendar day, from 0 for Monday to 6 for Sunday. */
export function weekdayOf(day: CalendarDay): number {
  return (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7
}

const fixedHolidays = new Set(['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25'])

/** Easter Monday, Ascension and Whit Monday, in days after Easter. */
const movableHolidays = [1, 39, 50]

const goodFriday = -2

/**
 * Bas-Rhin, Haut-Rhin and Moselle have two more (order of 16 August 1892; L3134-13). Good Friday holds there in communes
 * with a Protestant church only: nearly all, and a day too many taken for a holiday does less harm than one too few.
 */
function isAlsaceMoselle(department: string): boolean {
  return ['57', '67', '68'].includes(department)
}

/** The day on which each overseas territory commemorates the end of slavery (decree 83-1003; L3422-2). */
const endOfSlavery: Readonly<Record<string, string | undefined>> = {
  '971': '05-27',
  '972': '05-22',
  '973': '06-10',
  '974': '12-20',
  '976': '04-27',
  '977': '10-09',
  '978': '05-28',
}

/** Those of the years that were asked about: a month's rules ask hundreds of times. */
const easters = new Map<string, CalendarDay>()

function easterOf(year: string): CalendarDay {
  const known = easters.get(year) ?? easterSunday(Number(year))
  easters.set(year, known)
  return known
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
