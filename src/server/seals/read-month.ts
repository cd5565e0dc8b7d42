import { settlementsThatCount } from '../../domain/anomalies/settlement.ts'
import type { KnownAbsence } from '../../domain/anomalies/advisor-month.ts'
import type { CalendarDay } from '../../domain/calendar-day.ts'
import { daysOfMonth, type CalendarMonth } from '../../domain/calendar-month.ts'
import { groupBy } from '../../domain/group-by.ts'
import type { PersonId, ScopeId, StructureId } from '../../domain/ids.ts'
import { lineDaysOf } from '../../domain/seal/line-days.ts'
import { sumOfFigures } from '../../domain/seal/month-figures.ts'
import { figuresOfMarks, type MarkedLine } from '../../domain/seal/month-of-lines.ts'
import { markOf, sumOfMarks, type ReportMark } from '../../domain/seal/report-mark.ts'
import type { SealedAnomaly, SealLine, VouchedMonth, WaitingDevice } from '../../domain/seal/seal-content.ts'
import { departmentOf } from '../../domain/territory/departments.ts'
import { findStructureAnomalies, type AdvisorAnomaly } from '../anomalies/find-structure-anomalies.ts'
import { absencesOfScopes } from '../store/absences.ts'
import { settlementsOf } from '../store/anomaly-settlements.ts'
import { deviceContacts } from '../store/device-contacts.ts'
import { structurePosts, type GroupPost } from '../store/group-posts.ts'
import { reportsToSeal } from '../store/sealed-months.ts'
import { structureName } from '../store/structure-name.ts'
import type { Db } from '../store/tables.ts'

export interface MonthAsked {
  readonly structure: StructureId
  readonly month: CalendarMonth
}

export interface MonthReadBy extends MonthAsked {
  /** A member of the structure: nobody else is answered anything. */
  readonly person: PersonId
  readonly today: CalendarDay
}

/** The reports of one post's month, and where its changes are. */
export interface MarkedPost extends MarkedLine {
  readonly scope: ScopeId
  readonly seq: number
}

/** A month as it is vouched for, with the marks of its reports. */
export interface ReadMonth {
  readonly read: VouchedMonth
  readonly posts: readonly MarkedPost[]
}

/** The marks of a structure's month, by advisor: of every post that has reports in it. */
export async function markedLines(db: Db, asked: MonthAsked): Promise<MarkedLine[]> {
  const reports = await reportsToSeal(db, asked)
  const byAdvisor = groupBy(reports, ({ report }) => report.advisorId)
  return [...byAdvisor].map(([advisor, own]) => ({ advisor, marks: own.map(({ report }) => markOf(report)) }))
}

/** Reads a month for a member of its structure, over one unchanging picture of the database (`snapshotRead`). */
export async function readMonth(db: Db, question: MonthReadBy): Promise<ReadMonth> {
  const { structure, month } = question
  const all = await structurePosts(db, question)
  const marks = marksByScope(await reportsToSeal(db, question))
  const found = await findStructureAnomalies(db, question)
  const anomalies = await sealedAnomalies(db, structure, found)
  const posts = all.filter((post) => hasLine(post, month, marks, found))
  const absences = await absencesOfScopes(
    db,
    posts.map(({ scope }) => scope),
  )
  const lines = posts.map((post) =>
    lineOf(post, month, marks.get(post.scope) ?? [], absences.get(post.scope) ?? [], anomalies),
  )
  return {
    read: {
      structure: { id: structure, name: await structureName(db, structure) },
      month,
      totals: sumOfFigures(lines.map(({ figures }) => figures)),
      lines,
      anomalies,
      waiting: await waitingOf(db, posts, month),
    },
    posts: posts.map(({ scope, person, seq }) => ({
      scope,
      advisor: person,
      seq,
      marks: marks.get(scope) ?? [],
    })),
  }
}

type MarksByScope = ReadonlyMap<ScopeId, readonly ReportMark[]>

function marksByScope(reports: Awaited<ReturnType<typeof reportsToSeal>>): MarksByScope {
  const marks = new Map<ScopeId, ReportMark[]>()
  for (const { scope, report } of reports) {
    const own = marks.get(scope)
    if (own) own.push(markOf(report))
    else marks.set(scope, [markOf(report)])
  }
  return marks
}

/** Whoever has a day of the month under contract, or something in it to look at. */
function hasLine(
  { scope, contracts }: GroupPost,
  month: CalendarMonth,
  marks: MarksByScope,
  found: readonly AdvisorAnomaly[],
): boolean {
  const { from, to } = daysOfMonth(month)
  const isUnderContract = contracts.some(
    ({ starts, ends }) => starts <= to && (ends === null || ends >= from),
  )
  return isUnderContract || marks.has(scope) || found.some(({ post }) => post.scope === scope)
}

async function sealedAnomalies(
  db: Db,
  structure: StructureId,
  found: readonly AdvisorAnomaly[],
): Promise<SealedAnomaly[]> {
  const keys = found.map(({ key }) => key)
  const counting = settlementsThatCount(await settlementsOf(db, structure, keys))
  return found.map(({ key, kind, version, post, sentence }) => ({
    key,
    kind,
    version,
    advisor: post.person,
    sentence,
    settled: counting.get(key)?.sentence ?? null,
  }))
}

function lineOf(
  { person, name, contracts, commune }: GroupPost,
  month: CalendarMonth,
  marks: readonly ReportMark[],
  absences: readonly KnownAbsence[],
  anomalies: readonly SealedAnomaly[],
): SealLine {
  const own = anomalies.filter(({ advisor }) => advisor === person)
  const left = own.filter(({ settled }) => settled === null).length
  const department = commune === null ? undefined : departmentOf(commune)
  const active = new Set(marks.map(({ day }) => day))
  return {
    advisor: person,
    name,
    figures: figuresOfMarks(marks),
    days: lineDaysOf(month, { contracts, absences, department }, active),
    anomalies: { settled: own.length - left, left },
    sum: sumOfMarks(marks),
  }
}

/** From whom reports may still come: something waits on a device of theirs, one can't tell, or none was heard of since the month ended. */
async function waitingOf(
  db: Db,
  posts: readonly GroupPost[],
  month: CalendarMonth,
): Promise<WaitingDevice[]> {
  const contacts = await deviceContacts(
    db,
    posts.map(({ scope }) => scope),
  )
  const told = new Map(contacts.map((contact) => [contact.scope, contact]))
  return posts.flatMap(({ scope, person: advisor }) => {
    const { lastSeen = null, waiting = 0 } = told.get(scope) ?? {}
    const isWaiting = waiting === null ? null : waiting > 0
    const isHeardOfSince = lastSeen !== null && lastSeen.slice(0, 10) > daysOfMonth(month).to
    return isWaiting !== false || !isHeardOfSince ? [{ advisor, lastSeen, isWaiting }] : []
  })
}
