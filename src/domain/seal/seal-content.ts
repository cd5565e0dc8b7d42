import * as z from 'zod/mini'
import { calendarDaySchema } from '../calendar-day.ts'
import { calendarMonthSchema } from '../calendar-month.ts'
import { canonicalJson } from '../canonical-json.ts'
import { personIdSchema, structureIdSchema } from '../ids.ts'
import type { Json } from '../json.ts'
import { lineDaysSchema } from './line-days.ts'
import { monthFiguresSchema } from './month-figures.ts'
import { sealCodeSchema } from './seal-code.ts'

/** What one vouches for, in these words. */
export const vouchingSentence = 'Je me porte responsable de la fiabilité de ces informations.'

export const reservationMost = 1000
export const reservationsMost = 100

/** What one doesn't vouch for, in words; of one advisor's line, or of the whole month. */
export const reservationSchema = z.object({
  advisor: z.nullable(personIdSchema),
  text: z
    .string()
    .check(
      z.trim(),
      z.minLength(3, { error: 'Écrivez une phrase, ou laissez vide.' }),
      z.maxLength(reservationMost, { error: 'Une réserve compte 1\u00A0000 caractères au plus.' }),
    ),
})
export type Reservation = z.infer<typeof reservationSchema>

const sum = z.string().check(z.regex(/^[0-9a-f]{64}$/))

/** One advisor's month at the structure: two halves of a post at two structures are two lines, each in its own seal. */
export const sealLineSchema = z.object({
  advisor: personIdSchema,
  name: z.string(),
  figures: monthFiguresSchema,
  days: lineDaysSchema,
  anomalies: z.object({ settled: z.int(), left: z.int() }),
  /** SHA-256 over every report of it, as the structure may see them. */
  sum,
})
export type SealLine = z.infer<typeof sealLineSchema>

const sealedAnomalySchema = z.object({
  key: z.string(),
  kind: z.string(),
  version: z.int(),
  advisor: personIdSchema,
  sentence: z.string(),
  /** What settles it; null where nothing does yet. */
  settled: z.nullable(z.string()),
})
export type SealedAnomaly = z.infer<typeof sealedAnomalySchema>

/** Somebody from whom reports may still come. */
const waitingDeviceSchema = z.object({
  advisor: personIdSchema,
  /** Of their devices that hold this work; null where none was ever heard of. */
  lastSeen: z.nullable(z.iso.datetime()),
  /** Whether something of it waited on one of them, at its last contact; null where one, of an older build, can't tell. */
  isWaiting: z.nullable(z.boolean()),
})
export type WaitingDevice = z.infer<typeof waitingDeviceSchema>

/** What is read before a month is vouched for. */
export const vouchedMonthSchema = z.object({
  structure: z.object({ id: structureIdSchema, name: z.string() }),
  month: calendarMonthSchema,
  totals: monthFiguresSchema,
  /** By name. */
  lines: z.array(sealLineSchema),
  anomalies: z.array(sealedAnomalySchema),
  waiting: z.array(waitingDeviceSchema),
})
export type VouchedMonth = z.infer<typeof vouchedMonthSchema>

/** What is signed: integers, texts, booleans, lists and objects, and nothing that two programs would write in two ways. */
export const sealContentSchema = z.extend(vouchedMonthSchema, {
  /** By which fields reports are sealed (`sealed-report.ts`). */
  form: z.int(),
  code: sealCodeSchema,
  /** The first seal of the month is 1: a later one takes its place, and it stays. */
  number: z.int(),
  sealedAt: z.iso.datetime(),
  sealedOn: calendarDaySchema,
  by: z.object({ id: personIdSchema, name: z.string() }),
  sentence: z.string(),
  reservations: z.array(reservationSchema),
  /** SHA-256 over the lines' own. */
  sum,
  /** Of the key that signs. */
  key: z.string(),
})
export type SealContent = z.infer<typeof sealContentSchema>

/** The text that is signed. */
export function sealText(content: SealContent): string {
  return canonicalJson(content)
}

/**
 * What of a month must be the same when it is vouched for as when it was read, in one sum. Not what waits on devices,
 * which moves by the minute.
 */
export function seenOf({ structure, month, totals, lines, anomalies }: VouchedMonth): Json {
  return { structure, month, totals, lines, anomalies }
}
