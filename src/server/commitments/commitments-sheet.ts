import type { StructureCommitments } from '../../domain/access/structure-commitments.ts'
import { addDays, addMonths, type CalendarDay } from '../../domain/calendar-day.ts'
import { addToMonth, monthOfDay, type CalendarMonth } from '../../domain/calendar-month.ts'
import type { StructureId } from '../../domain/ids.ts'
import type { Period } from '../../domain/statistics/period.ts'
import { namedStructures, type NamedStructure } from '../store/post-assignments.ts'
import type { Db } from '../store/tables.ts'

/* What a structure's commitments are looked at over, whoever reads them. */

/** The last three months, today included. */
export function reportingPeriod(today: CalendarDay): Period {
  return { from: addDays(addMonths(today, -3), 1), to: today }
}

/** The last two months that are over, oldest first. */
export function monthsLookedAt(today: CalendarDay): CalendarMonth[] {
  return [-2, -1].map((months) => addToMonth(monthOfDay(today), months))
}

/** Whose commitments they are, as it is written on top. */
export async function structureOnSheet(
  db: Db,
  structure: StructureId,
): Promise<StructureCommitments['structure']> {
  return onSheet((await namedStructures(db, [structure])).get(structure))
}

export function onSheet(known: NamedStructure | undefined): StructureCommitments['structure'] {
  return { name: known?.name ?? '', siret: known?.siret ?? null, department: known?.department ?? null }
}
