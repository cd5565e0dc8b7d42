import { addDays, addMonths, daysBetween, type CalendarDay } from '../../../src/domain/calendar-day.ts'
import { isFrenchHoliday } from '../../../src/domain/french-holidays.ts'
import { documentIdSchema, scopeIdSchema } from '../../../src/domain/ids.ts'
import type { JsonObject } from '../../../src/domain/json.ts'
import type { DemonstrationAdvisor } from '../../../src/server/demonstration/demonstration-advisor.ts'
import { generateOtherActivities } from '../../../src/server/demonstration/generate-other-activities.ts'
import { generateReports } from '../../../src/server/demonstration/generate-reports.ts'
import { mondaysOf } from '../../../src/server/demonstration/mondays-of.ts'
import {
  happens,
  oneOf,
  seededRandom,
  wholeBetween,
  type Random,
} from '../../../src/server/demonstration/seeded-random.ts'
import { seededDocumentId } from '../../../src/server/demonstration/seeded-uuid.ts'
import { isWeekOff } from '../../../src/server/demonstration/working-sessions.ts'
import { dayOf, type AdvisorLife, type FiledReport } from './advisor-life.ts'

/*
 * Two years of an advisor of whom nothing is to be said: the demonstration's generator, put right where it lets an
 * advisor be in two places or forgets to file. It knows working days, places and people, and none of the rules'
 * numbers: nothing here may import from src/domain/anomalies.
 */

/** The same life for the same number. */
export function realisticLife(number: number, today: CalendarDay): AdvisorLife {
  const random = seededRandom(`life/${number}`)
  const advisor = anAdvisor(number, random, today)
  const until = { today, now: new Date(`${today}T20:00:00Z`) }
  const filed = [
    // A report is JSON by its schema.
    ...generateReports(advisor, until).map(({ id, report }) => ({ id, body: report as JsonObject })),
    ...generateOtherActivities({ ...advisor, role: 'advisor' }, until).map(({ id, body }) => ({ id, body })),
  ]
  const department = oneOf(random, ['09', '67', '974', '59', '13'])
  const worked = filed.filter((report) => !isFrenchHoliday(dayOf(report), department))
  const days = byDay(worked).map(onlyWhatFits)
  const training = days.filter((ofDay) => ofDay.some(isTraining)).map((ofDay) => dayOfAll(ofDay))
  const habits = new Map(advisor.places.map(({ id }) => [String(id), wholeBetween(random, 4, 16)]))
  return {
    scope: scopeIdSchema.parse(seededDocumentId(random, until.now)),
    contracts: advisor.contracts,
    department,
    absences: [
      ...mondaysOf(advisor, today)
        .filter((monday) => isWeekOff(advisor.key, monday))
        .map((monday) => ({ from: monday, to: addDays(monday, 4), kind: 'conge' })),
      ...training.map((day) => ({ from: day, to: day, kind: 'formation' })),
    ],
    reports: days
      .flatMap((ofDay) => namePeople(random, ofDay))
      .map(filedInTime)
      .map(sizedByPlace(random, habits)),
  }
}

function anAdvisor(number: number, random: Random, today: CalendarDay): DemonstrationAdvisor {
  const low = wholeBetween(random, 9, 15)
  const places = Array.from({ length: wholeBetween(random, 2, 5) }, (_, index) => ({
    id: documentIdSchema.parse(seededDocumentId(random, new Date(0))),
    name: `Lieu ${index + 1}`,
    commune: '09261',
    weight: wholeBetween(random, 8, 40),
    onSaturdays: index === 0 && happens(random, 0.4),
  }))
  return {
    key: `life-${number}`,
    contracts: [{ starts: addMonths(today, -26), ends: null }],
    places,
    communes: ['09261', '09268', '09182'],
    ordinaryWeek: { low, high: low + wholeBetween(random, 5, 10) },
  }
}

/** Hours that a working day has. */
const workingDay = 8 * 60

/** Nobody is in two places at once: what takes the whole day leaves no time, and a day ends. */
function onlyWhatFits(ofDay: readonly FiledReport[]): FiledReport[] {
  const allDay = ofDay.find((report) => minutesIn(report) >= 6 * 60)
  if (allDay) return [allDay]
  let left = workingDay
  return ofDay.filter((report) => {
    const fits = minutesIn(report) <= left
    if (fits) left -= minutesIn(report)
    return fits
  })
}

/** One in three is somebody whom the advisor follows, and who comes once a day. */
function namePeople(random: Random, ofDay: readonly FiledReport[]): FiledReport[] {
  const first = wholeBetween(random, 0, 59)
  return ofDay.map((report, index) => {
    if (report.body['kind'] !== 'individuel' || !happens(random, 0.35)) return report
    const id = `018ce800-0000-7000-8000-0000000010${String((first + index) % 60).padStart(2, '0')}`
    return { ...report, body: { ...report.body, beneficiary: { kind: 'suivi', id } } }
  })
}

/** Somebody who files: the same day mostly, and everything within a fortnight. */
function filedInTime(report: FiledReport): FiledReport {
  const day = dayOf(report)
  // Made by the generator, as the day of activity is.
  const filedOn = report.body['filedOn'] as CalendarDay
  return daysBetween(day, filedOn) <= 14
    ? report
    : { ...report, body: { ...report.body, filedOn: addDays(day, 14) } }
}

/** As many come to a workshop as its place holds, a third more or less, and never nobody. */
function sizedByPlace(random: Random, habits: ReadonlyMap<string, number>) {
  return (report: FiledReport): FiledReport => {
    if (report.body['kind'] !== 'collectif') return report
    // The generator's workshops are all in a place of activity.
    const { lieuId } = report.body['place'] as { lieuId: string }
    const usual = habits.get(lieuId) ?? 8
    const total = Math.max(3, Math.round(usual * (0.65 + random() * 0.7)))
    return { ...report, body: { ...report.body, anonymous: { total, gender: { feminin: total - 1 } } } }
  }
}

function byDay(filed: readonly FiledReport[]): FiledReport[][] {
  const days = new Map<CalendarDay, FiledReport[]>()
  for (const report of filed) {
    const day = dayOf(report)
    days.set(day, [...(days.get(day) ?? []), report])
  }
  return [...days.values()]
}

function dayOfAll([one]: readonly FiledReport[]): CalendarDay {
  if (!one) throw new Error('a day has a report')
  return dayOf(one)
}

function isTraining({ body }: FiledReport): boolean {
  return body['activity'] === 'formation'
}

function minutesIn({ body }: FiledReport): number {
  return typeof body['minutes'] === 'number' ? body['minutes'] : 0
}
