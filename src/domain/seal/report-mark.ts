import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import * as z from 'zod/mini'
import { calendarDaySchema } from '../calendar-day.ts'
import { canonicalJson } from '../canonical-json.ts'
import { documentIdSchema } from '../ids.ts'
import type { Json } from '../json.ts'
import { missionOfTheme, type Mission } from '../report/missions.ts'
import type { Theme } from '../report/themes.ts'
import { monthFiguresSchema, type MonthFigures } from './month-figures.ts'
import { sealedFieldsOf, type SealedReport } from './sealed-report.ts'

/** What a seal keeps of one report: enough to say later that it changed and what that does, and none of its words. */
export const reportMarkSchema = z.object({
  id: documentIdSchema,
  day: calendarDaySchema,
  kind: z.string(),
  /** SHA-256 of all that the structure may see of it, in hexadecimal. */
  sum: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  /** What it counts for. */
  figures: monthFiguresSchema,
})
export type ReportMark = z.infer<typeof reportMarkSchema>

export function markOf(report: SealedReport): ReportMark {
  return {
    id: report.id,
    day: report.date,
    kind: report.kind,
    sum: sumOf(sealedFieldsOf(report)),
    figures: figuresOf(report),
  }
}

/** SHA-256 of a value's canonical text, in hexadecimal. */
export function sumOf(value: Json): string {
  return bytesToHex(sha256(utf8ToBytes(canonicalJson(value))))
}

/**
 * SHA-256 over all of a line's reports: of their marks, in the order of their ids. What a report counts for and its sum
 * are in it, so that no mark can be altered without the seal showing it.
 */
export function sumOfMarks(marks: readonly ReportMark[]): string {
  return sumOf([...marks].sort((a, b) => (a.id < b.id ? -1 : 1)))
}

/** What one report counts for, from what its structure may see: the same as `domain/statistics` counts. */
function figuresOf(report: SealedReport): MonthFigures {
  const accompaniments = accompanimentsIn(report)
  const isOfPeople = report.kind === 'individuel' || report.kind === 'collectif'
  const touched = (mission: Mission) =>
    isOfPeople && report.themes.some((theme) => missionOf(theme) === mission) ? accompaniments : 0
  return {
    activities: 1,
    accompaniments,
    minutes: report.minutes,
    accompanimentMinutes: isOfPeople ? report.minutes : 0,
    eventParticipants: report.kind === 'evenement' ? (report.participants ?? 0) : 0,
    mission1: touched(1),
    mission2: touched(2),
    mission3: touched(3),
  }
}

function accompanimentsIn({ kind, participants }: SealedReport): number {
  if (kind === 'individuel') return 1
  return kind === 'collectif' ? (participants ?? 0) : 0
}

/** Undefined for a theme of a newer version. */
function missionOf(theme: string): Mission | undefined {
  return Object.hasOwn(missionOfTheme, theme) ? missionOfTheme[theme as Theme] : undefined
}
