import { calendarDaySchema, type CalendarDay } from '../../../../src/domain/calendar-day.ts'
import type { Period } from '../../../../src/domain/statistics/period.ts'
import type { Advisor } from './advisor.ts'

/** How many times more people come than usual on a day: slack in August, a rush in January, taxes in spring. */
export function seasonOf({ habits }: Advisor, day: CalendarDay): number {
  const taxes = day.slice(5) >= '04-10' && day.slice(5) <= '06-08' ? habits.taxSeason : 1
  const rush = day.slice(5) >= '01-05' && day.slice(5) <= '01-24' ? 1.25 : 1
  return (ofMonth[Number(day.slice(5, 7)) - 1] ?? 1) * taxes * rush
}

const ofMonth = [1.1, 1, 1.05, 1, 0.95, 1, 0.75, 0.5, 1.1, 1.1, 1.05, 0.75]

export function isSchoolHoliday(zone: Advisor['zone'], day: CalendarDay): boolean {
  return schoolHolidays(zone).some(({ from, to }) => from <= day && day <= to)
}

/** Holidays of schools of the years 2025-2026 and 2026-2027, until November. */
export function schoolHolidays(zone: Advisor['zone']): Period[] {
  const [winter, spring] = ofZone[zone]
  return [
    ['2025-10-18', '2025-11-02'] as const,
    ['2025-12-20', '2026-01-04'] as const,
    winter,
    spring,
    ['2026-07-04', '2026-08-31'] as const,
    ['2026-10-17', '2026-11-01'] as const,
  ].map(([from, to]) => ({ from: calendarDaySchema.parse(from), to: calendarDaySchema.parse(to) }))
}

type Days = readonly [from: string, to: string]

const ofZone: Readonly<Record<Advisor['zone'], readonly [winter: Days, spring: Days]>> = {
  A: [
    ['2026-02-07', '2026-02-22'],
    ['2026-04-04', '2026-04-19'],
  ],
  B: [
    ['2026-02-14', '2026-03-01'],
    ['2026-04-11', '2026-04-26'],
  ],
  C: [
    ['2026-02-21', '2026-03-08'],
    ['2026-04-18', '2026-05-03'],
  ],
}
