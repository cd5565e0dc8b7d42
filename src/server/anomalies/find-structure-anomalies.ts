import type { AdvisorHistory, AdvisorMonth, KnownAbsence } from '../../domain/anomalies/advisor-month.ts'
import { examineReport, placeKeyOf, type ExaminedReport } from '../../domain/anomalies/examined-report.ts'
import { findAnomalies, type Anomaly } from '../../domain/anomalies/find-anomalies.ts'
import { groupBy } from '../../domain/group-by.ts'
import { historyDays, noteCounts } from '../../domain/anomalies/history-of.ts'
import { repeatedNotes } from '../../domain/anomalies/same-text.ts'
import { ruleVersions, versionOn } from '../../domain/anomalies/thresholds.ts'
import type { CalendarDay } from '../../domain/calendar-day.ts'
import { daysOfMonth, monthOfDay, quarterOf, type CalendarMonth } from '../../domain/calendar-month.ts'
import type { PersonId, ScopeId, StructureId } from '../../domain/ids.ts'
import type { Period } from '../../domain/statistics/period.ts'
import { foldText } from '../../domain/report/search/fold-text.ts'
import { departmentOf } from '../../domain/territory/departments.ts'
import { absencesOfScopes } from '../store/absences.ts'
import {
  earlierMonths,
  earlierNotes,
  reportsOfMonth,
  type EarlierMonth,
  type EarlierNotes,
  type MonthReport,
} from '../store/examined-months.ts'
import { structurePosts, type GroupPost } from '../store/group-posts.ts'
import type { AskedStructures } from '../store/asked-structures.ts'
import type { Db } from '../store/tables.ts'

export interface MonthQuestion {
  /** A member of the structure: nobody else is answered anything. */
  readonly person: PersonId
  readonly structure: StructureId
  readonly month: CalendarMonth
  readonly today: CalendarDay
}

/** A finding, and whose month it is of. */
export interface AdvisorAnomaly extends Anomaly {
  readonly post: GroupPost
}

/** What deserves a look in the month of each of a structure's advisors, in the order of their names. */
export async function findStructureAnomalies(db: Db, question: MonthQuestion): Promise<AdvisorAnomaly[]> {
  const posts = await structurePosts(db, question)
  const absences = await absencesOfScopes(
    db,
    posts.map(({ scope }) => scope),
  )
  const { month, ...rest } = question
  const found = await findAnomaliesOfMonths(db, { posts, absences }, { ...rest, months: [month] })
  return found.get(month) ?? []
}

/** Advisors of the structures that are asked about, and when they are known to be elsewhere. */
export interface Watched {
  readonly posts: readonly GroupPost[]
  readonly absences: ReadonlyMap<ScopeId, readonly KnownAbsence[]>
}

/** Whose reports are looked at, and of which months. */
type MonthsQuestion = AskedStructures & {
  /** The first one first, none left out between. */
  readonly months: readonly CalendarMonth[]
  readonly today: CalendarDay
}

/** The same for several months, for who has read who the advisors are: what months share is read once. */
export async function findAnomaliesOfMonths(
  db: Db,
  { posts, absences }: Watched,
  question: MonthsQuestion,
): Promise<ReadonlyMap<CalendarMonth, AdvisorAnomaly[]>> {
  const { months, today, ...asked } = question
  const reports = groupBy(await reportsOfMonths(db, question), ({ day }) => monthOfDay(day))
  const earlier = byScope(await monthsBefore(db, question))
  const found = new Map<CalendarMonth, AdvisorAnomaly[]>()
  for (const month of months) {
    const own = reports.get(month) ?? []
    const isQuarterOver = endsQuarter(month)
    const read = await readMaterial(db, own, { month, asked })
    const material = { before: historyDays(month), isQuarterOver, earlier, absences, ...read }
    const of = (post: GroupPost) => findAnomalies(advisorMonth(post, material, { month, today }))
    found.set(
      month,
      posts.flatMap((post) => of(post).map((anomaly) => ({ ...anomaly, post }))),
    )
  }
  return found
}

/** What was read, by scope. */
interface Material {
  /** The days of each part of a history, and whether missions are looked at. */
  readonly before: ReturnType<typeof historyDays>
  readonly isQuarterOver: boolean
  readonly month: ReadonlyMap<ScopeId, readonly MonthReport[]>
  readonly examined: ReadonlyMap<ScopeId, readonly ExaminedReport[]>
  readonly earlier: ReadonlyMap<ScopeId, readonly EarlierMonth[]>
  readonly notes: ReadonlyMap<ScopeId, readonly EarlierNotes[]>
  readonly absences: ReadonlyMap<ScopeId, readonly KnownAbsence[]>
}

async function reportsOfMonths(db: Db, question: MonthsQuestion): Promise<MonthReport[]> {
  const [first, last] = [question.months[0], question.months.at(-1)]
  if (!first || !last) return []
  const period = { from: daysOfMonth(first).from, to: daysOfMonth(last).to }
  return reportsOfMonth(db, { ...question, period })
}

/** The months that any history reaches back to: that of workshops is the longest. */
async function monthsBefore(db: Db, question: MonthsQuestion): Promise<EarlierMonth[]> {
  const [first, last] = [question.months[0], question.months.at(-1)]
  if (!first || !last) return []
  const period = { from: historyDays(first).workshops.from, to: historyDays(last).workshops.to }
  // Missions are looked at when the quarter ends.
  const quarters = question.months.filter(endsQuarter).map((month) => historyDays(month).quarter)
  const [from, to] = [quarters[0]?.from, quarters.at(-1)?.to]
  return earlierMonths(db, { ...question, period, themesOf: from && to ? { from, to } : undefined })
}

function endsQuarter(month: CalendarMonth): boolean {
  return quarterOf(month).to === daysOfMonth(month).to
}

async function readMaterial(
  db: Db,
  reports: readonly MonthReport[],
  { month, asked }: { month: CalendarMonth; asked: AskedStructures },
): Promise<Pick<Material, 'month' | 'examined' | 'notes'>> {
  const ofMonth = byScope(reports)
  const examined = new Map([...ofMonth].map(([scope, own]) => [scope, examinedOf(own)]))
  const scopes = scopesRepeating(examined, month)
  return {
    month: ofMonth,
    examined,
    notes: byScope(await earlierNotes(db, { ...asked, period: historyDays(month).notes, scopes })),
  }
}

function examinedOf(reports: readonly MonthReport[]): ExaminedReport[] {
  return reports.flatMap(({ id, body }) => (body && examineReport(id, body)) ?? [])
}

/** Whose earlier notes are to be read: of nobody else, since a note is read only where there is a reason. */
function scopesRepeating(
  examined: ReadonlyMap<ScopeId, readonly ExaminedReport[]>,
  month: CalendarMonth,
): ScopeId[] {
  const thresholds = versionOn(ruleVersions['same-text'], daysOfMonth(month).from)?.thresholds
  if (!thresholds?.isHabitTold) return []
  return [...examined].flatMap(([scope, reports]) =>
    repeatedNotes(reports, thresholds).length > 0 ? scope : [],
  )
}

function byScope<T extends { readonly scope: ScopeId }>(rows: readonly T[]): Map<ScopeId, T[]> {
  return groupBy(rows, ({ scope }) => scope)
}

function advisorMonth(
  post: GroupPost,
  material: Material,
  { month, today }: Pick<MonthQuestion, 'month' | 'today'>,
): AdvisorMonth {
  const { scope, contracts, commune } = post
  const own = material.month.get(scope) ?? []
  return {
    scope,
    month,
    today,
    contracts,
    absences: material.absences.get(scope) ?? [],
    department: commune === null ? undefined : departmentOf(commune),
    reports: material.examined.get(scope) ?? [],
    outside: own.filter(({ body }) => body === null).map(({ id, day }) => ({ id, date: day })),
    history: historyIn(scope, material),
  }
}

/** The same as `historyOf` makes of all the reports, from sums that the database made; notes where they are asked for. */
function historyIn(scope: ScopeId, material: Material): AdvisorHistory {
  const { before, isQuarterOver } = material
  const earlier = material.earlier.get(scope) ?? []
  // Histories are of whole months.
  const monthsIn = ({ from, to }: Period) => {
    const [first, last] = [monthOfDay(from), monthOfDay(to)]
    return earlier.filter(({ month }) => first <= month && month <= last)
  }
  const quarter = isQuarterOver ? monthsIn(before.quarter) : []
  return {
    activities: new Map(monthsIn(before.activities).map((one) => [one.month, one.activities])),
    workshops: monthsIn(before.workshops).flatMap(({ workshops }) =>
      workshops.map(({ id, place, people }) => ({ id, place: placeKeyOf(place), people })),
    ),
    notes: noteCounts(
      (material.notes.get(scope) ?? []).map(({ note, reports }) => ({ note: foldText(note), reports })),
    ),
    days: new Set(monthsIn(before.days).flatMap(({ days }) => days)),
    quarter: {
      themes: new Set(quarter.flatMap(({ themes }) => themes.flat())),
      accompaniments: quarter.reduce((sum, { accompaniments }) => sum + accompaniments, 0),
    },
  }
}
