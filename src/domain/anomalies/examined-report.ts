import type { CalendarDay } from '../calendar-day.ts'
import type { DocumentId } from '../ids.ts'
import type { Json, JsonObject } from '../json.ts'
import {
  accompanimentsOf,
  isAccompaniment,
  minutesOfReport,
  namedIn,
  placeOfReport,
} from '../report/accompaniments.ts'
import type { ActivityPlace } from '../report/activity-place.ts'
import { families, knownOf } from '../report/anonymous-group.ts'
import type { ReportKind } from '../report/kinds.ts'
import type { Report } from '../report/report.ts'
import { reportIn } from '../report/report-in.ts'
import { foldText } from '../report/search/fold-text.ts'

/**
 * What rules read of a report. `body`, `people` and `note` come from what nobody but the advisor may read: they are
 * compared, within one advisor's reports, and go into no finding (docs/anomalies.md).
 */
export interface ExaminedReport {
  readonly id: DocumentId
  readonly kind: ReportKind
  readonly date: CalendarDay
  /** Undefined for what came from a file, whose filing says nothing. */
  readonly filedOn: CalendarDay | undefined
  /** Milliseconds at which it was filed, by the device; undefined for what came from a file, as above. */
  readonly filedAt: number | undefined
  readonly minutes: number
  /** Tells places apart; empty where there is none. */
  readonly place: string
  readonly themes: readonly string[]
  readonly accompaniments: number
  /** What time otherwise spent was for. */
  readonly activity: string | undefined
  /** The people whom it names, the same text for the same people; empty where it names nobody. */
  readonly people: string
  readonly body: JsonObject
  /** How many optional things it says. */
  readonly said: number
  /** The note, by its words alone; empty where there is none. */
  readonly note: string
  /** Whether more people are said to be of one sort than there were in all. */
  readonly sumsAboveTotal: boolean
}

/** Undefined for a report that this build can't read. */
export function examineReport(id: DocumentId, body: JsonObject): ExaminedReport | undefined {
  const report = reportIn(body)
  if (!report) return undefined
  return {
    id,
    kind: report.kind,
    date: report.date,
    filedOn: report.imported === true ? undefined : report.filedOn,
    filedAt: report.imported === true ? undefined : momentOfId(id),
    minutes: minutesOfReport(report),
    place: placeKeyOf(placeOfReport(report)),
    themes: isAccompaniment(report) ? report.themes : [],
    accompaniments: accompanimentsOf(report),
    activity: report.kind === 'hors_accompagnement' ? report.activity : undefined,
    people: [...namedIn(report)].sort().join(' '),
    body,
    said: saidIn(body),
    note: foldText(report.notes ?? ''),
    sumsAboveTotal: hasSumsAboveTotal(report),
  }
}

/** A UUIDv7 begins with the milliseconds at which it was made; other ids tell none. */
function momentOfId(id: DocumentId): number | undefined {
  return id.charAt(14) === '7' ? Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16) : undefined
}

/** Not what the activity was, but how it is kept. */
const aboutFiling = new Set(['notes', 'notesShared', 'tags', 'structureTags', 'filedOn', 'imported'])

/** All that a report says but its note, its tags and its filing. */
export function contentOf({ body }: ExaminedReport): JsonObject {
  return Object.fromEntries(Object.entries(body).filter(([field]) => !aboutFiling.has(field)))
}

/** What no report of its kind goes without. */
const required = new Set([
  'kind',
  'date',
  'minutes',
  'place',
  'themes',
  'activity',
  'beneficiary',
  'anonymous',
])

function saidIn(body: JsonObject): number {
  const own = Object.keys(body).filter((field) => !required.has(field) && !aboutFiling.has(field))
  return own.length + traitsIn(body['beneficiary'], 'kind') + traitsIn(body['anonymous'], 'total')
}

function traitsIn(value: Json | undefined, besides: string): number {
  if (typeof value !== 'object' || value === null) return 0
  return Object.keys(value).filter((field) => field !== besides).length
}

/** Tells places apart; empty where there is none. */
export function placeKeyOf(place: ActivityPlace | undefined): string {
  if (!place) return ''
  switch (place.kind) {
    case 'lieu_activite':
      return place.lieuId
    case 'domicile':
    case 'autre':
      return `${place.kind} ${place.commune}`
    case 'a_distance':
      return place.kind
  }
}

function hasSumsAboveTotal(report: Report): boolean {
  if (report.kind !== 'collectif' || !report.anonymous) return false
  const { total, alreadyAccompanied = 0 } = report.anonymous
  const group = report.anonymous
  return alreadyAccompanied > total || families.some((family) => knownOf(group[family]) > total)
}
