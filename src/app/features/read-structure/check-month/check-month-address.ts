import type { CalendarMonth } from '../../../../domain/calendar-month.ts'
import type { StructureId } from '../../../../domain/ids.ts'
import { structureAddress } from '../../../addresses.ts'

/** Where a structure's month is looked at; the last one that is over where none is given. */
export function checkMonthAddress(id: StructureId, month?: CalendarMonth): string {
  const address = `${structureAddress(id)}/regard`
  return month === undefined ? address : `${address}/${month}`
}
