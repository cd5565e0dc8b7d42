import type { AdvisorHistory, AdvisorMonth, KnownAbsence } from '../../domain/anomalies/advisor-month.ts'
import { examineReport, placeKeyOf, type ExaminedReport } from '../../domain/anomalies/examined-report.ts'
import { findAnomalies, type Anomaly } from '../../domain/anomalies/find-anomalies.ts'
import { groupBy } from '../../domain/group-by.ts'
import { historyDays, noteCounts } from '../../domain/anomalies/history-of.ts'
import { repeatedNotes } from '../../domain/anomalies/same-text.ts'
import { ruleVersions, versionOn } from '../../domain/anomalies/thresholds.ts'
import type { CalendarDay } from '../../domain/calendar-day.ts'
import { daysOfMonth, quarterOf, type CalendarMonth } from '../../domain/calendar-month.ts'
import type { PersonId, ScopeId, StructureId } from '../../domain/ids.ts'
import type { Period } from '../../domain/statistics/period.ts'
import { foldText } from '../../domain/report/search/fold-text.ts'
import { departmentOf } from '../../domain/territory/departments.ts'
import { absencesOfScopes } from '../store/absences.ts'
import {
  activeDays,
  activitiesByMonth,
  earlierNotes,
  earlierWorkshops,
  reportsOfMonth,
  touchedThemes,
  type ActiveDays,
  type EarlierNotes,
  type EarlierWorkshop,
  type MonthCount,
  type MonthReport,
  type TouchedThemes,
} from '../store/examined-months.ts'
import { structurePosts, type GroupPost } from '../store/group-posts.ts'
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
  const material = await readMaterial(db, posts, question)
  return posts.flatMap((post) =>
    findAnomalies(advisorMonth(post, material, question)).map((anomaly) => ({ ...anomaly, post })),
  )
}

/** What was read, by scope. */
interface Material {
  readonly month: ReadonlyMap<ScopeId, readonly MonthReport[]>
  readonly examined: ReadonlyMap<ScopeId, readonly ExaminedReport[]>
  readonly activities: ReadonlyMap<ScopeId, readonly MonthCount[]>
  readonly days: ReadonlyMap<ScopeId, readonly ActiveDays[]>
  readonly workshops: ReadonlyMap<ScopeId, readonly EarlierWorkshop[]>
  readonly notes: ReadonlyMap<ScopeId, readonly EarlierNotes[]>
  readonly quarter: ReadonlyMap<ScopeId, readonly TouchedThemes[]>
  readonly absences: ReadonlyMap<ScopeId, readonly KnownAbsence[]>
}

async function readMaterial(db: Db, posts: readonly GroupPost[], question: MonthQuestion): Promise<Material> {
  const { month } = question
  const before = historyDays(month)
  const asked = (period: Period) => ({ ...question, period })
  const isQuartersLast = quarterOf(month).to === daysOfMonth(month).to
  const ofMonth = byScope(await reportsOfMonth(db, asked(daysOfMonth(month))))
  const examined = new Map([...ofMonth].map(([scope, reports]) => [scope, examinedOf(reports)]))
  const scopes = scopesRepeating(examined, month)
  return {
    month: ofMonth,
    examined,
    notes: byScope(await earlierNotes(db, { ...asked(before.notes), scopes })),
    activities: byScope(await activitiesByMonth(db, asked(before.activities))),
    days: byScope(await activeDays(db, asked(before.days))),
    workshops: byScope(await earlierWorkshops(db, asked(before.workshops))),
    absences: await absencesOfScopes(
      db,
      posts.map(({ scope }) => scope),
    ),
    // Missions are looked at when the quarter ends.
    quarter: byScope(isQuartersLast ? await touchedThemes(db, asked(before.quarter)) : []),
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

function advisorMonth(post: GroupPost, material: Material, { month, today }: MonthQuestion): AdvisorMonth {
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
  const quarter = material.quarter.get(scope)?.[0]
  return {
    activities: new Map(material.activities.get(scope)?.map(({ month, activities }) => [month, activities])),
    workshops: (material.workshops.get(scope) ?? []).map(({ id, place, people }) => ({
      id,
      place: placeKeyOf(place),
      people,
    })),
    notes: noteCounts(
      (material.notes.get(scope) ?? []).map(({ note, reports }) => ({ note: foldText(note), reports })),
    ),
    days: new Set(material.days.get(scope)?.[0]?.days),
    quarter: {
      themes: new Set(quarter?.themes.flat()),
      accompaniments: quarter?.accompaniments ?? 0,
    },
  }
}
