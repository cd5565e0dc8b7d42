import { addDays, type CalendarDay } from '../../../src/domain/calendar-day.ts'
import { daysIn } from '../../../src/domain/calendar-month.ts'
import { isFrenchHoliday } from '../../../src/domain/french-holidays.ts'
import type { DocumentId } from '../../../src/domain/ids.ts'
import type { JsonObject } from '../../../src/domain/json.ts'
import { missionOfTheme } from '../../../src/domain/report/missions.ts'
import type { Theme } from '../../../src/domain/report/themes.ts'
import { happens, oneOf, wholeBetween, type Random } from '../../../src/server/demonstration/seeded-random.ts'
import { seededDocumentId } from '../../../src/server/demonstration/seeded-uuid.ts'
import { dayOf, type AdvisorLife, type FiledReport } from './advisor-life.ts'

/*
 * Faults as people make them, put into a month of a life. They say what goes wrong and not by how much a rule looks:
 * nothing here may import from src/domain/anomalies.
 */

/** First and last day of the month that is spoilt. */
export interface SpoiltMonth {
  readonly from: CalendarDay
  readonly to: CalendarDay
}

/** The life with the fault in it; undefined where the month has nothing that it could happen to. */
export type Fault = (random: Random, life: AdvisorLife, month: SpoiltMonth) => AdvisorLife | undefined

/** The same report saved again within ten minutes; a note is typed again, with a word more or less. */
export const copiedWithinTenMinutes: Fault = (random, life, month) => {
  const original = anyOf(random, reportsIn(life, month))
  if (!original) return undefined
  const at = new Date(Number.parseInt(original.id.replace('-', '').slice(0, 12), 16))
  const copy = {
    id: seededDocumentId(random, new Date(at.getTime() + wholeBetween(random, 5, 600) * 1000)),
    body: retyped(random, original.body),
  }
  return { ...life, reports: [...life.reports, copy] }
}

/** Three times as many activities as this advisor's month usually has. */
export const threeTimesTheUsual: Fault = (random, life, month) => {
  const own = reportsIn(life, month)
  if (own.length === 0) return undefined
  const half: SpoiltMonth = { from: addDays(month.from, -183), to: addDays(month.from, -1) }
  const missing = Math.round((reportsIn(life, half).length / 6) * 3) - own.length
  return { ...life, reports: [...life.reports, ...borrowed(random, life, month, missing)] }
}

/** A workshop that says five times as many people as came. */
export const workshopOfFiveTimes: Fault = (random, life, month) => {
  const workshop = anyOf(
    random,
    reportsIn(life, month).filter(({ body }) => body['kind'] === 'collectif'),
  )
  if (!workshop) return undefined
  const { total } = workshop.body['anonymous'] as { total: number } // of a generated workshop
  return withBody(life, workshop.id, { ...workshop.body, anonymous: { total: total * 5 } })
}

/** One text in thirty reports of the month. */
export const thirtyEqualTexts: Fault = (random, life, month) => {
  const own = reportsIn(life, month)
  const missing = Math.max(0, 30 - own.length)
  const more = own.length > 0 ? borrowed(random, life, month, missing) : []
  const chosen = new Set([...shuffled(random, own).slice(0, 30), ...more].map(({ id }) => id))
  if (chosen.size < 30) return undefined
  const notes = 'Accompagnement à la navigation et aux démarches du quotidien.'
  return {
    ...life,
    reports: [...life.reports, ...more].map((report) =>
      chosen.has(report.id) ? { ...report, body: { ...report.body, notes } } : report,
    ),
  }
}

/** Durations of one day that add up to fourteen hours. */
export const dayOfFourteenHours: Fault = (random, life, month) => {
  const one = anyOf(random, timed(reportsIn(life, month)))
  if (!one) return undefined
  const ofDay = timed(life.reports).filter((report) => dayOf(report) === dayOf(one))
  const others = ofDay.reduce((sum, report) => sum + minutesIn(report), -minutesIn(one))
  return withBody(life, one.id, { ...one.body, minutes: 14 * 60 - others })
}

/** The contract ended in the month, and a report says a later day. */
export const dateAfterContract: Fault = (random, life, month) => {
  const ends = addDays(month.from, wholeBetween(random, 5, 20))
  const own = reportsIn(life, month)
  const last = anyOf(random, own)
  if (!last) return undefined
  const kept = life.reports.filter((report) => dayOf(report) <= ends && report.id !== last.id)
  const date = addDays(ends, wholeBetween(random, 1, 7))
  return {
    ...life,
    contracts: life.contracts.map(({ starts }) => ({ starts, ends })),
    reports: [...kept, { ...last, body: { ...last.body, date } }],
  }
}

/** Filed long afterwards. */
export const filedSixWeeksLater: Fault = (random, life, month) =>
  changed(random, life, month, (report) => ({
    filedOn: addDays(dayOf(report), wholeBetween(random, 42, 90)),
  }))

/** On a day on which the advisor was on leave. */
export const datedOnLeave: Fault = (random, life, month) => {
  const leave = life.absences.find(
    ({ from, to, kind }) => kind !== 'formation' && from >= month.from && to <= month.to,
  )
  if (!leave) return undefined
  return changed(random, life, month, () => ({ date: addDays(leave.from, wholeBetween(random, 0, 4)) }))
}

/** On a day of training. */
export const datedOnTraining: Fault = (random, life, month) => {
  const training = life.absences.find(
    ({ from, kind }) => kind === 'formation' && from >= month.from && from <= month.to,
  )
  if (!training) return undefined
  return changed(random, life, month, () => ({ date: training.from }), 'individuel')
}

/** On a public holiday. */
export const datedOnHoliday: Fault = (random, life, month) => {
  const holiday = daysIn(month).find((day) => isFrenchHoliday(day, life.department))
  return holiday && changed(random, life, month, () => ({ date: holiday }))
}

/** A workshop of which one person alone is left. */
export const workshopOfOnePerson: Fault = (random, life, month) =>
  changed(random, life, month, () => ({ anonymous: { total: 1 } }), 'collectif')

/** A file's totals and details that don't agree. */
export const detailAboveTotal: Fault = (random, life, month) =>
  changed(
    random,
    life,
    month,
    () => ({ anonymous: { total: 6, gender: { feminin: 5, masculin: 4 } } }),
    'collectif',
  )

/** Three weeks of which nothing was filed, though nobody was away. */
export const threeSilentWeeks: Fault = (random, life, month) => {
  const from = addDays(month.from, wholeBetween(random, 0, 7))
  const gap = { from, to: addDays(from, 21) }
  if (life.absences.some((absence) => absence.to >= gap.from && absence.from <= gap.to)) return undefined
  const silent = new Set(reportsIn(life, gap).map(({ id }) => id))
  return { ...life, reports: life.reports.filter(({ id }) => !silent.has(id)) }
}

/** A quarter without the second mission. */
export const withoutSecondMission: Fault = (_random, life, month) => {
  if (!['03', '06', '09', '12'].includes(month.from.slice(5, 7))) return undefined
  const isOfAnother = (theme: string) => missionOfTheme[theme as Theme] !== 2 // themes of generated reports
  return {
    ...life,
    reports: life.reports.map((report) => {
      const { themes } = report.body
      if (!Array.isArray(themes)) return report
      const others = themes.map(String).filter(isOfAnother)
      return { ...report, body: { ...report.body, themes: others.length > 0 ? others : ['email'] } }
    }),
  }
}

/** A report of the month, of a kind where one is asked for, with other fields. */
function changed(
  random: Random,
  life: AdvisorLife,
  month: SpoiltMonth,
  fieldsOf: (report: FiledReport) => JsonObject,
  kind?: string,
): AdvisorLife | undefined {
  const own = reportsIn(life, month).filter(({ body }) => kind === undefined || body['kind'] === kind)
  const one = anyOf(random, own)
  return one && withBody(life, one.id, { ...one.body, ...fieldsOf(one) })
}

function withBody(life: AdvisorLife, id: DocumentId, body: JsonObject): AdvisorLife {
  return { ...life, reports: life.reports.map((report) => (report.id === id ? { id, body } : report)) }
}

/** Earlier reports of the same advisor, told again on days of the month that were worked. */
function borrowed(random: Random, life: AdvisorLife, month: SpoiltMonth, count: number): FiledReport[] {
  const days = [...new Set(reportsIn(life, month).map(dayOf))]
  const [first, ...others] = days
  if (first === undefined) return []
  const earlier = life.reports.filter((report) => dayOf(report) < month.from)
  return shuffled(random, earlier)
    .slice(0, Math.max(0, count))
    .map(({ body }) => {
      const date = oneOf(random, [first, ...others])
      return {
        id: seededDocumentId(random, new Date(`${date}T16:00:00Z`)),
        body: { ...body, date, filedOn: date },
      }
    })
}

function retyped(random: Random, body: JsonObject): JsonObject {
  const { notes } = body
  if (typeof notes !== 'string' || happens(random, 0.5)) return body
  return { ...body, notes: `${notes} Voilà.` }
}

function reportsIn(life: AdvisorLife, { from, to }: SpoiltMonth): FiledReport[] {
  return life.reports.filter((report) => dayOf(report) >= from && dayOf(report) <= to)
}

function timed(reports: readonly FiledReport[]): FiledReport[] {
  return reports.filter((report) => minutesIn(report) > 0)
}

function minutesIn({ body }: FiledReport): number {
  return typeof body['minutes'] === 'number' ? body['minutes'] : 0
}

function anyOf<T>(random: Random, items: readonly T[]): T | undefined {
  return items[wholeBetween(random, 0, items.length - 1)]
}

function shuffled<T>(random: Random, items: readonly T[]): T[] {
  return items
    .map((item) => [random(), item] as const)
    .sort(([a], [b]) => a - b)
    .map(([, item]) => item)
}
