import { idleWeekdays, inPartTimeWeeks } from '../absence/part-time-week.ts'
import { addDays, type CalendarDay } from '../calendar-day.ts'
import { addToMonth, daysOfMonth } from '../calendar-month.ts'
import type { AdvisorMonth } from './advisor-month.ts'
import type { Rule } from './rule.ts'
import type { Thresholds } from './thresholds.ts'
import { dayInWords } from '../french-words.ts'
import { workingDaysIn } from './working-days.ts'

/** No activity on many working days in a row, that no absence explains: by the day of activity, whenever it was filed. */
export const silence: Rule<'silence'> = {
  title: 'Jours sans activité',
  words: ({ workingDays, leastOfPartTime }) =>
    `Aucune activité pendant ${workingDays}\u00A0jours ouvrés de suite, sans absence notée${leastOfPartTime === undefined ? '' : ` (à temps partiel, moins en proportion, ${leastOfPartTime} au moins)`}. Le jour du dépôt ne compte pas, seulement celui de l’activité.`,
  answers: [
    'Congés ou absence pendant cette période.',
    'Formation pendant cette période.',
    'Des comptes rendus vont encore être déposés.',
  ],
  find(own, threshold) {
    const { from } = daysOfMonth(own.month)
    return silencesOf(own)
      .filter((days) => isOfThisMonth(days, from, leastFor(own, days[0], threshold)))
      .map((days) => foundOf(own, days))
  },
}

/** Days that make a silence: of whoever works two days a week by a part-time, two fifths as many. */
function leastFor(
  { absences }: AdvisorMonth,
  day: CalendarDay | undefined,
  { workingDays, leastOfPartTime = workingDays }: Thresholds['silence'],
): number {
  const idle = day === undefined ? new Set<number>() : idleWeekdays(absences, day)
  return inPartTimeWeeks(workingDays, idle, leastOfPartTime)
}

/** Working days without activity, in rows: from the month before, until yesterday where the month isn't over. */
function silencesOf(own: AdvisorMonth): CalendarDay[][] {
  const month = daysOfMonth(own.month)
  const from = daysOfMonth(addToMonth(own.month, -1)).from
  const to = own.today <= month.to ? addDays(own.today, -1) : month.to
  const active = new Set([...own.history.days, ...own.reports.map(({ date }) => date)])
  const days = workingDaysIn({ from, to }, own)
  const working = new Set(days)
  const offDays = [...active].filter((date) => !working.has(date))
  const rows: CalendarDay[][] = [[]]
  let before = from
  for (const day of days) {
    // An activity on a Saturday ends a silence too.
    const isBroken = offDays.some((date) => date > before && date < day)
    if (active.has(day)) rows.push([])
    else if (isBroken) rows.push([day])
    else rows.at(-1)?.push(day)
    before = day
  }
  return rows
}

/** It became too long in this month, or lasted as long again in it: what the month before told isn't told twice. */
function isOfThisMonth(days: readonly CalendarDay[], from: CalendarDay, least: number): boolean {
  const reached = days[least - 1]
  return reached !== undefined && (reached >= from || days.filter((day) => day >= from).length >= least)
}

function foundOf({ month }: AdvisorMonth, days: readonly CalendarDay[]) {
  const [first, last] = [days[0], days.at(-1)]
  if (!first || !last) throw new Error('a silence has days')
  return {
    // Where it begins: a silence that goes on is the same one.
    facts: [month, first],
    evidence: [],
    sentence: `Aucune activité n’est datée entre le ${dayInWords(first)} et le ${dayInWords(last)}, soit ${days.length}\u00A0jours ouvrés.`,
  }
}
