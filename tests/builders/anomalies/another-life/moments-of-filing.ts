import { addDays, type CalendarDay } from '../../../../src/domain/calendar-day.ts'
import { weekdayOf } from '../../../../src/domain/french-holidays.ts'
import {
  happens,
  seededRandom,
  wholeBetween,
  type Random,
} from '../../../../src/server/demonstration/seeded-random.ts'
import { seededDocumentId } from '../../../../src/server/demonstration/seeded-uuid.ts'
import type { FiledReport } from '../advisor-life.ts'
import type { Advisor } from './advisor.ts'
import type { Done } from './work-of-a-day.ts'

interface Due {
  readonly day: CalendarDay
  /** Minute of the day, by the advisor's own clock. */
  readonly minute: number
}

/**
 * What was done, as it was filed: by habit at once, at noon, in the evening, on Friday, twice a month; now and then a
 * sitting is put off, or something forgotten. Reports of one sitting follow one another by a minute or three.
 *
 * @param worked days on which the advisor works: nobody files on others, but in the evening of the day itself
 */
export function fileReports(
  advisor: Advisor,
  done: readonly Done[],
  worked: readonly CalendarDay[],
  today: CalendarDay,
): FiledReport[] {
  const random = seededRandom(`${advisor.seed}/filing`)
  const sittings = sittingsOf(random, advisor, worked)
  let last = 0
  return done
    .map(({ body, endsAt }) => ({ body, due: sittings(body.date, endsAt) }))
    .toSorted((a, b) => a.due.day.localeCompare(b.due.day) || a.due.minute - b.due.minute)
    .map(({ body, due }) => {
      const wanted = instantOf(advisor, due)
      const instant = Math.max(wanted, last + wholeBetween(random, 35, 200) * 1000)
      last = instant
      return { id: seededDocumentId(random, new Date(instant)), body: { ...body, filedOn: due.day } }
    })
    .filter(({ body }) => body.filedOn <= today)
}

/** When what ended at a minute of a day is filed. */
function sittingsOf(random: Random, advisor: Advisor, worked: readonly CalendarDay[]) {
  const nextWorked = (day: CalendarDay) => worked.find((other) => other >= day) ?? day
  const putOff = new Map<string, boolean>()
  return (day: CalendarDay, endsAt: number): Due => {
    const due = habitual(random, advisor, { day, minute: endsAt }, worked)
    const sitting = `${due.day}/${Math.floor(due.minute / 240)}`
    const isPutOff = putOff.get(sitting) ?? happens(random, 0.06)
    putOff.set(sitting, isPutOff)
    if (happens(random, advisor.forgets)) {
      return {
        day: nextWorked(addDays(due.day, wholeBetween(random, 2, 18))),
        minute: wholeBetween(random, 540, 1020),
      }
    }
    return isPutOff ? { day: nextWorked(addDays(due.day, 1)), minute: 9 * 60 } : due
  }
}

function habitual(
  random: Random,
  { filing }: Advisor,
  { day, minute }: Due,
  worked: readonly CalendarDay[],
): Due {
  const nextWorked = (from: CalendarDay) => worked.find((other) => other >= from) ?? from
  switch (filing) {
    case 'after-each':
      return {
        day,
        minute: happens(random, 0.85) ? minute + wholeBetween(random, 1, 8) : Math.max(minute, 17 * 60) + 5,
      }
    case 'end-of-half-day':
      return { day, minute: minute <= 12 * 60 + 45 ? 12 * 60 + 45 : Math.max(minute, 17 * 60) + 5 }
    case 'evening':
      return { day, minute: Math.max(minute + 10, 20 * 60 + 40) }
    case 'next-morning':
      return { day: nextWorked(addDays(day, 1)), minute: 8 * 60 + 40 }
    case 'friday':
      return fridayOf(day, minute, worked)
    case 'twice-a-month':
      return { day: nextWorked(middleOrEnd(day)), minute: Math.max(minute, 14 * 60) }
  }
}

/** Friday afternoon, or what is the last day of that week. */
function fridayOf(day: CalendarDay, minute: number, worked: readonly CalendarDay[]): Due {
  const friday = addDays(day, Math.max(0, 4 - weekdayOf(day)))
  const last = worked.findLast((other) => other <= friday && other >= day) ?? day
  return { day: last, minute: last === day ? Math.max(minute + 5, 15 * 60) : 15 * 60 }
}

/** The fifteenth, or the last days of the month. */
function middleOrEnd(day: CalendarDay): CalendarDay {
  const date = Number(day.slice(8))
  return addDays(day, date <= 15 ? 15 - date : Math.max(0, 29 - date))
}

function instantOf({ department }: Advisor, { day, minute }: Due): number {
  return Date.parse(`${day}T00:00:00Z`) + (minute - hoursAhead(department, day) * 60) * 60_000
}

/** Hours that the clock on the wall is ahead of UTC. */
function hoursAhead(department: string, day: CalendarDay): number {
  if (department === '974') return 4
  const isSummer = day < '2025-10-26' || (day >= '2026-03-29' && day < '2026-10-25')
  return isSummer ? 2 : 1
}
