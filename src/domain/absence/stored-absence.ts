import * as z from 'zod/mini'
import { absenceDaysSchema, type AbsenceDays } from './absence.ts'

/** An absence as anybody reads it: one of a newer version may have a kind that this one doesn't know. */
export interface StoredAbsence extends AbsenceDays {
  /** A code of `absenceKindLabels`, or of a newer version. */
  readonly kind: string
  readonly declaredBy: string
}

const storedSchema = z.extend(absenceDaysSchema, { kind: z.string(), declaredBy: z.string() })

/** Reads the body of an absence; undefined where its days don't read. */
export function absenceIn(body: unknown): StoredAbsence | undefined {
  return storedSchema.safeParse(body).data
}

/** The order in which absences are listed: what begins first stands first. */
export function byFirstDay(a: AbsenceDays, b: AbsenceDays): number {
  return a.from === b.from ? a.to.localeCompare(b.to) : a.from.localeCompare(b.from)
}

/** Whether two absences have days in common, whatever halves and days of the week they take of them. */
export function overlap(a: AbsenceDays, b: AbsenceDays): boolean {
  return a.from <= b.to && b.from <= a.to
}
