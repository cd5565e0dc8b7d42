import { addDays, calendarDaySchema, type CalendarDay } from '../../domain/calendar-day.ts'
import type { AdvisorPlace, DemonstrationAdvisor } from './demonstration-advisor.ts'
import { isFrenchHoliday, mondayOf } from '../../domain/french-calendar.ts'
import { happens, seededRandom, weightedItem, wholeBetween, type Random } from './seeded-random.ts'

/** A morning or an afternoon spent with the public in one place. */
export interface Session {
  readonly day: CalendarDay
  readonly half: 'morning' | 'afternoon'
  readonly place: AdvisorPlace
  /** People expected; fewer are seen when their needs take longer. */
  readonly people: number
}

/** What no advisor does more of in a week, however busy. */
export const mostInAWeek = 30

/**
 * The sessions of one week, from its Monday. Nothing on Sundays and public holidays; about 44 weeks a year are worked;
 * August is lighter. The rhythm is a guess of ours, kept inside the 10 to 25 accompaniments a week of domain.md.
 */
export function sessionsOfWeek(advisor: DemonstrationAdvisor, monday: CalendarDay): Session[] {
  const random = seededRandom(`${advisor.key}/week/${monday}`)
  if (isWeekOff(advisor.key, monday)) return []
  const halves = openHalves(advisor, random, monday)
  const full = wholeBetween(random, advisor.ordinaryWeek.low, advisor.ordinaryWeek.high)
  const wanted = Math.min(mostInAWeek, Math.round((full * seasonOf(monday) * halves.length) / ordinaryHalves))
  return shareOut(random, wanted, halves)
}

/** Halves with the public in an ordinary week of five days, once preparation and meetings are taken off. */
const ordinaryHalves = 8

type Half = Omit<Session, 'people'>

function openHalves(advisor: DemonstrationAdvisor, random: Random, monday: CalendarDay): Half[] {
  const weekdays = [0, 1, 2, 3, 4]
    .map((offset) => addDays(monday, offset))
    .filter((day) => !isFrenchHoliday(day))
    .flatMap((day) => halvesOfDay(advisor, random, day))
  return [...weekdays, ...saturdayMorning(advisor, random, addDays(monday, 5))]
}

/** One weekday in twenty is spent in training or meetings, and one half-day in six in preparation. */
function halvesOfDay(advisor: DemonstrationAdvisor, random: Random, day: CalendarDay): Half[] {
  if (happens(random, 0.05)) return []
  const halves = (['morning', 'afternoon'] as const).filter(() => !happens(random, 1 / 6))
  return halves.map((half) => ({ day, half, place: placeOf(advisor, random) }))
}

function placeOf(advisor: DemonstrationAdvisor, random: Random): AdvisorPlace {
  return weightedItem(
    random,
    advisor.places.map((place) => [place, place.weight]),
  )
}

/** Where a place opens on Saturdays, one Saturday in four is worked. */
function saturdayMorning(advisor: DemonstrationAdvisor, random: Random, day: CalendarDay): Half[] {
  const place = advisor.places.find(({ onSaturdays }) => onSaturdays)
  if (!place || isFrenchHoliday(day) || !happens(random, 0.25)) return []
  return [{ day, half: 'morning', place }]
}

/** People spread over the half-days: every half-day is as likely for each of them. */
function shareOut(random: Random, wanted: number, halves: readonly Half[]): Session[] {
  const people = halves.map(() => 0)
  for (let person = 0; person < wanted && halves.length > 0; person += 1) {
    const index = wholeBetween(random, 0, halves.length - 1)
    people[index] = (people[index] ?? 0) + 1
  }
  return halves.map((half, index) => ({ ...half, people: people[index] ?? 0 }))
}

/** August is lighter, and the weeks of Toussaint and of the tax return a little busier. */
function seasonOf(monday: CalendarDay): number {
  const month = monday.slice(5, 7)
  if (month === '08') return 0.6
  return month === '05' || month === '11' ? 1.1 : 1
}

/** Eight weeks a year without the public: the last one, two in August, and five of leave and training at other times. */
export function isWeekOff(key: string, monday: CalendarDay): boolean {
  const year = addDays(monday, 3).slice(0, 4)
  return weeksOff(key, year).has(monday)
}

function weeksOff(key: string, year: string): Set<CalendarDay> {
  const random = seededRandom(`${key}/leave/${year}`)
  const summer = addDays(weekHolding(`${year}-08-01`), 7 * wholeBetween(random, 0, 2))
  const chosen = leavePeriods.map(([from, weeks]) =>
    addDays(weekHolding(`${year}-${from}`), 7 * wholeBetween(random, 0, weeks - 1)),
  )
  return new Set([weekHolding(`${year}-12-26`), summer, addDays(summer, 7), ...chosen])
}

/** First day of each period in which one week is taken, and how many weeks it offers. Periods don't overlap. */
const leavePeriods = [
  ['01-20', 4],
  ['03-01', 4],
  ['04-12', 4],
  ['06-01', 4],
  ['10-10', 4],
] as const

function weekHolding(day: string): CalendarDay {
  return mondayOf(calendarDaySchema.parse(day))
}
