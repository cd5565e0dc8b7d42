import { askedSince } from '../../domain/appointment/to-complete.ts'
import type { CalendarDay } from '../../domain/calendar-day.ts'
import {
  halfDaysToReport,
  isTrainingTime,
  reportIdOnHalfDay,
  reportOnHalfDay,
  type TrainingTime,
} from '../../domain/commitments/training/report-on-half-day.ts'
import type { TrainingSessionId } from '../../domain/commitments/training/training-ids.ts'
import { reportIdOnEvent, reportOnEvent } from '../../domain/community/report-on-event.ts'
import type { CommunityEventId } from '../../domain/confirmation/event-confirmation.ts'
import type { DocumentId, ScopeId } from '../../domain/ids.ts'
import { reportIn } from '../../domain/report/report-in.ts'
import type { CoopDatabase } from './database.ts'
import { keptDrafts } from './draft-safety.ts'
import { newDocumentId } from './new-id.ts'
import { ownEventsHere, type LocalEvent } from './own-events.ts'
import { ownHalfDaysHere, type LocalHalfDay } from './own-half-days.ts'

/** What others planned and one goes to, as far as its report is concerned: an event, or a half-day of training. */
export interface PlannedElsewhere {
  readonly id: PlannedElsewhereId
  readonly scope: ScopeId
  /** The id that its report has on every device. */
  readonly ownReportId: DocumentId
  /** What its report is begun with. */
  readonly report: ReturnType<typeof reportOnEvent> | ReturnType<typeof reportOnHalfDay>
}

export type PlannedElsewhereId = CommunityEventId | TrainingSessionId

interface Moment {
  /** In ms. */
  readonly now: number
  readonly today: CalendarDay
}

/**
 * What is over without a report, and without a draft of one, the oldest first. As long as a device hasn't read all
 * reports of an assignment, nothing is asked of it: what isn't here may have been filed elsewhere.
 */
export async function plannedElsewhereToReport(
  db: CoopDatabase,
  moment: Moment,
): Promise<PlannedElsewhere[]> {
  const [events, halfDays, cursors, drafts] = await Promise.all([
    ownEventsHere(db),
    ownHalfDaysHere(db),
    db.cursor.toArray(),
    db.draft.toCollection().primaryKeys(),
  ])
  const whole = new Set(cursors.filter(({ complete }) => complete).map(({ scope }) => scope))
  const begun = new Set([...drafts, ...keptDrafts(db).map(({ id }) => id)])
  const since = askedSince(moment.today)
  const awaited = [
    ...(events ?? []).filter((event) => isEventToReport(event, moment, since)).map(ofEvent),
    ...(await halfDaysMissing(db, halfDays, moment, since)).map(ofHalfDay),
  ]
  return awaited
    .filter(({ scope, ownReportId }) => whole.has(scope) && !begun.has(ownReportId))
    .sort((a, b) => a.report.date.localeCompare(b.report.date))
}

function isEventToReport(event: LocalEvent, { now }: Moment, since: CalendarDay): boolean {
  const { cancelled, ends, reportId, details, attendance } = event
  const goes = attendance.wasThere ?? attendance.plans === 'going'
  return cancelled === null && ends <= now && details.day >= since && goes && reportId === undefined
}

async function halfDaysMissing(
  db: CoopDatabase,
  halfDays: readonly LocalHalfDay[],
  { now, today }: Moment,
  since: CalendarDay,
): Promise<LocalHalfDay[]> {
  const clock = new Date(now)
  const minute = clock.getHours() * 60 + clock.getMinutes()
  const reportable = halfDays.map((one) => ({ ...one, isFiled: one.reportId !== undefined }))
  const asked = halfDaysToReport(reportable, [], { today, minute })
  // Reports of two months are read only where one of them may be what is asked for.
  if (asked.length === 0) return []
  return halfDaysToReport(reportable, await trainingTimes(db, since, today), { today, minute })
}

/** What this device has of reports of training, on any of one's posts. */
async function trainingTimes(db: CoopDatabase, from: CalendarDay, to: CalendarDay): Promise<TrainingTime[]> {
  const rows = await db.report
    .where('[state+order+id]')
    .between(['live', from], ['live', `${to}\uffff`])
    .toArray()
  return rows.flatMap(({ body }) => {
    const report = reportIn(body)
    return report?.kind === 'hors_accompagnement' && isTrainingTime(report.activity)
      ? [{ day: report.date, minutes: report.minutes }]
      : []
  })
}

function ofEvent({ id, scope, details }: LocalEvent): PlannedElsewhere {
  return { id, scope, ownReportId: reportIdOnEvent(scope, id), report: reportOnEvent(details) }
}

function ofHalfDay(halfDay: LocalHalfDay): PlannedElsewhere {
  const { session: id, scope } = halfDay
  return { id, scope, ownReportId: reportIdOnHalfDay(scope, id), report: reportOnHalfDay(halfDay) }
}

export async function plannedElsewhereById(
  db: CoopDatabase,
  text: string,
): Promise<PlannedElsewhere | undefined> {
  const event = (await ownEventsHere(db))?.find(({ id }) => id === text)
  if (event) return ofEvent(event)
  const halfDay = (await ownHalfDaysHere(db)).find(({ session }) => session === text)
  return halfDay && ofHalfDay(halfDay)
}

/** The report that it is filed as: the same id on every device; another one only where it was erased for good. */
export async function reportIdForPlanned(db: CoopDatabase, text: string): Promise<DocumentId> {
  const planned = await plannedElsewhereById(db, text)
  if (!planned) return newDocumentId()
  const row = await db.report.get([planned.scope, planned.ownReportId])
  return row?.state === 'erased' ? newDocumentId() : planned.ownReportId
}
