import type { CalendarDay } from '../calendar-day.ts'
import type { ContractDates } from '../sync/decide.ts'

/** Whether a contract with the structure holds a day: the server will judge by it (sync.md 3.4). */
export function hasContractOn(
  { contracts }: { readonly contracts: readonly ContractDates[] },
  day: CalendarDay,
): boolean {
  return contracts.some(({ starts, ends }) => starts <= day && (ends === null || day <= ends))
}
