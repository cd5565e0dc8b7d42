import { absentOn } from '../../../src/domain/absence/absent-on.ts'
import { addDays, daysBetween, type CalendarDay } from '../../../src/domain/calendar-day.ts'
import { daysIn, monthOfDay, quarterOf } from '../../../src/domain/calendar-month.ts'
import { isFrenchHoliday, weekdayOf } from '../../../src/domain/french-holidays.ts'
import type { JsonObject } from '../../../src/domain/json.ts'
import { missionOfTheme } from '../../../src/domain/report/missions.ts'
import type { Theme } from '../../../src/domain/report/themes.ts'
import type { Period } from '../../../src/domain/statistics/period.ts'
import { happens, oneOf, wholeBetween, type Random } from '../../../src/server/demonstration/seeded-random.ts'
import { dayOf, filedOnOf, type AdvisorLife, type FiledReport } from './advisor-life.ts'
import { isEmployedOn } from './another-life/contracts.ts'
import * as retold from './retold-report.ts'

/**
 * What goes wrong, as it happens to people: a life with it in one month, or nothing where it can't happen to that life
 * in that month. Written without a look at what is looked for.
 */
export type OtherFault = (random: Random, life: AdvisorLife, month: Period) => AdvisorLife | undefined

/** A double tap, or the form filled in and sent again after a doubt; the note is then not quite the same, sometimes. */
export const sentTwice: OtherFault = (random, life, month) => {
  const report = anyOf(random, accompanimentsIn(life, month))
  if (!report) return undefined
  const seconds = happens(random, 0.4) ? wholeBetween(random, 1, 6) : wholeBetween(random, 45, 590)
  const body =
    seconds > 6 && happens(random, 0.4) ? retold.withNoteTypedAgain(random, report.body) : report.body
  return withReports(life, [...life.reports, retold.filedAfter(random, report, seconds, body)])
}

/** What others did, or what was done before, reported as this month's: three times as many people as usual. */
export const threefoldMonth: OtherFault = (random, life, month) => {
  const usual = usualPeople(life, month)
  const days = [...new Set(accompanimentsIn(life, month).map(dayOf))]
  const others = life.reports.filter((report) => dayOf(report) < month.from && peopleIn(report) > 0)
  if (usual < 5 || days.length < 8) return undefined
  const more: FiledReport[] = []
  let people = sum(accompanimentsIn(life, month).map(peopleIn))
  while (people < 3 * usual) {
    const other = anyOf(random, others)
    const day = anyOf(random, days)
    if (!other || day === undefined) return undefined
    people += peopleIn(other)
    more.push(retold.dated(random, other, day))
  }
  return more.length === 0 ? undefined : withReports(life, [...life.reports, ...more])
}

/** One digit too many, or a whole course counted as one workshop: five times those who usually come. */
export const fivefoldWorkshop: OtherFault = (random, life, month) => {
  const others = life.reports.filter((report) => isWorkshop(report) && dayOf(report) < month.from)
  const workshop = anyOf(random, reportsIn(life, month).filter(isWorkshop))
  if (!workshop || others.length < 5) return undefined
  const people = 5 * median(others.map(peopleIn))
  return replaced(life, workshop, { ...workshop, body: retold.withPeople(workshop.body, people) })
}

/** A text pasted into thirty reports. */
export const pastedThirtyTimes: OtherFault = (random, life, month) => {
  const reports = accompanimentsIn(life, month)
  if (reports.length < 30) return undefined
  const pasted = new Set(shuffled(random, reports).slice(0, 30))
  const notes = oneOf(random, pastedTexts)
  return mapped(life, (report) =>
    pasted.has(report) ? { ...report, body: { ...report.body, notes } } : report,
  )
}

/** A duration typed wrong, or what was done on several days put on one: 14 hours. */
export const fourteenHours: OtherFault = (random, life, month) => {
  const reports = accompanimentsIn(life, month)
  const first = anyOf(random, reports)
  if (!first) return undefined
  const day = dayOf(first)
  const missing = 14 * 60 - sum(reportsIn(life, { from: day, to: day }).map(minutesIn))
  if (missing <= 0) return undefined
  if (happens(random, 0.5)) {
    const minutes = minutesIn(first) + missing
    return replaced(life, first, { ...first, body: { ...first.body, minutes } })
  }
  const moved = new Map<FiledReport, FiledReport>()
  let minutes = missing
  for (const report of shuffled(
    random,
    reports.filter((other) => dayOf(other) !== day),
  )) {
    if (minutes <= 0) break
    minutes -= minutesIn(report)
    moved.set(report, retold.dated(random, report, day))
  }
  return minutes > 0 ? undefined : mapped(life, (report) => moved.get(report) ?? report)
}

/** The contract ended in that month, the renewal isn't entered, and somebody goes on for some days. */
export const afterTheContract: OtherFault = (random, life, month) => {
  const end = addDays(month.from, wholeBetween(random, 4, 20))
  const contract = life.contracts.find(({ starts, ends }) => starts <= end && (ends === null || end <= ends))
  const next = reportsIn(life, { from: addDays(end, 1), to: month.to })
  const kept = next.slice(0, wholeBetween(random, 1, 4))
  if (!contract || kept.length === 0) return undefined
  return {
    ...life,
    contracts: [
      ...life.contracts.filter((other) => other.starts < contract.starts),
      { ...contract, ends: end },
    ],
    reports: life.reports.filter((report) => dayOf(report) <= end || kept.includes(report)),
  }
}

/** The wrong day of the calendar: one of a leave. */
export const onLeave: OtherFault = (random, life, month) =>
  misdated(random, life, month, (day) => isAway(life, day, ['conge', 'maladie']))

export const onTrainingDay: OtherFault = (random, life, month) =>
  misdated(
    random,
    life,
    month,
    (day) => isAway(life, day, ['formation']) && !isAway(life, day, ['conge', 'maladie']),
  )

export const onPublicHoliday: OtherFault = (random, life, month) =>
  misdated(
    random,
    life,
    month,
    (day) => isFrenchHoliday(day, life.department) && absentOn(life.absences, day) === 0,
  )

/** Found again in a notebook, six weeks later. */
export const sixWeeksLater: OtherFault = (random, life, month) => {
  const report = anyOf(
    random,
    reportsIn(life, month).filter(({ body }) => body['imported'] !== true),
  )
  if (!report) return undefined
  const last =
    life.reports
      .map(filedOnOf)
      .toSorted((a, b) => a.localeCompare(b))
      .at(-1) ?? ''
  const filedOn = addDays(dayOf(report), 42)
  if (filedOn > last) return undefined
  return replaced(life, report, retold.filedOnDay(random, report, filedOn))
}

/** One person came, or one person's visit was filed as a workshop. */
export const workshopOfOne: OtherFault = (random, life, month) => {
  const report = anyOf(random, reportsIn(life, month).filter(isWorkshop))
  return report && replaced(life, report, { ...report, body: retold.withPeople(report.body, 1) })
}

/** A file whose columns didn't agree: more in the details than there were people. */
export const detailsAboveTotal: OtherFault = (random, life, month) => {
  const report = anyOf(random, reportsIn(life, month).filter(isWorkshop))
  return (
    report && replaced(life, report, { ...report, body: retold.withDetailsAboveTotal(random, report.body) })
  )
}

/** Three weeks of work of which nothing was filed, from a Monday on. */
export const threeEmptyWeeks: OtherFault = (random, life, month) => {
  const mondays = daysIn(month).filter((day) => weekdayOf(day) === 0 && addDays(day, 20) <= month.to)
  const from = anyOf(random, mondays)
  if (from === undefined) return undefined
  const to = addDays(from, 20)
  const days = daysIn({ from, to })
  const isWorked = days.every((day) => isEmployedOn(life.contracts, day) && !isAway(life, day, rest))
  if (!isWorked || reportsIn(life, { from, to }).length === 0) return undefined
  return withReports(
    life,
    life.reports.filter((report) => dayOf(report) < from || dayOf(report) > to),
  )
}

/** A quarter, in its last month, of which every visit and workshop was about something else than mission 2. */
export const quarterWithoutMission2: OtherFault = (random, life, month) => {
  const quarter = quarterOf(monthOfDay(month.from))
  const isWhole = daysIn(quarter).every((day) => isEmployedOn(life.contracts, day))
  if (quarter.to !== month.to || !isWhole || accompanimentsIn(life, quarter).length === 0) return undefined
  return mapped(life, (report) => {
    const isIn = dayOf(report) >= quarter.from && dayOf(report) <= quarter.to
    return isIn ? { ...report, body: withoutMission2(random, report.body) } : report
  })
}

const rest = ['conge', 'maladie', 'formation', 'autre']

const pastedTexts: readonly [string, ...string[]] = [
  'Accompagnement de la personne dans ses usages du numérique au quotidien.',
  'Aide à la réalisation d’une démarche en ligne et explications sur le site.',
  'Accompagnement numérique individuel, la personne est satisfaite et reviendra si besoin.',
  'Usager accompagné vers l’autonomie numérique conformément aux missions du conseiller.',
]

function withoutMission2(random: Random, body: JsonObject): JsonObject {
  const themes = body['themes']
  if (!Array.isArray(themes)) return body
  // Themes of an invented body are of the list.
  const others = themes.filter((theme) => missionOfTheme[theme as Theme] !== 2)
  return {
    ...body,
    themes: others.length > 0 ? others : [oneOf(random, ['email', 'navigation_sur_internet', 'bureautique'])],
  }
}

/** A visit or a workshop with a wrong day, within three weeks of the right one. */
function misdated(
  random: Random,
  life: AdvisorLife,
  month: Period,
  isWrong: (day: CalendarDay) => boolean,
): AdvisorLife | undefined {
  const wrong = daysIn(month).filter(
    (day) => weekdayOf(day) < 5 && isEmployedOn(life.contracts, day) && isWrong(day),
  )
  const day = anyOf(random, wrong)
  if (day === undefined) return undefined
  const near = life.reports.filter(
    (report) => peopleIn(report) > 0 && Math.abs(daysBetween(dayOf(report), day)) <= 21,
  )
  const report = anyOf(random, near)
  return report && replaced(life, report, retold.dated(random, report, day))
}

/** Away for the whole day, by what was declared, other than by part-time. */
function isAway(life: AdvisorLife, day: CalendarDay, kinds: readonly string[]): boolean {
  return (
    absentOn(
      life.absences.filter(({ kind }) => kinds.includes(kind)),
      day,
    ) === 1
  )
}

/** People of a month, as the middle of the months before that were worked. */
function usualPeople(life: AdvisorLife, month: Period): number {
  const before = new Map<string, number>()
  for (const report of life.reports.filter((other) => dayOf(other) < month.from)) {
    const key = monthOfDay(dayOf(report))
    before.set(key, (before.get(key) ?? 0) + peopleIn(report))
  }
  // The first month began somewhere in it.
  const whole = [...before].toSorted(([a], [b]) => a.localeCompare(b)).slice(1)
  return whole.length < 3 ? 0 : median(whole.map(([, people]) => people))
}

function reportsIn(life: AdvisorLife, { from, to }: Period): FiledReport[] {
  return life.reports.filter((report) => dayOf(report) >= from && dayOf(report) <= to)
}

function accompanimentsIn(life: AdvisorLife, period: Period): FiledReport[] {
  return reportsIn(life, period).filter((report) => peopleIn(report) > 0)
}

function isWorkshop({ body }: FiledReport): boolean {
  return body['kind'] === 'collectif'
}

function peopleIn({ body }: FiledReport): number {
  return retold.peopleOf(body)
}

function minutesIn({ body }: FiledReport): number {
  return Number(body['minutes'] ?? 0)
}

function replaced(life: AdvisorLife, old: FiledReport, other: FiledReport): AdvisorLife {
  return mapped(life, (report) => (report === old ? other : report))
}

function mapped(life: AdvisorLife, change: (report: FiledReport) => FiledReport): AdvisorLife {
  return withReports(life, life.reports.map(change))
}

function withReports(life: AdvisorLife, reports: readonly FiledReport[]): AdvisorLife {
  return { ...life, reports: reports.toSorted((a, b) => a.id.localeCompare(b.id)) }
}

function anyOf<Item>(random: Random, items: readonly Item[]): Item | undefined {
  return items[Math.floor(random() * items.length)]
}

function shuffled<Item>(random: Random, items: readonly Item[]): Item[] {
  return items
    .map((item) => ({ item, rank: random() }))
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ item }) => item)
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}
