import { addDays, type CalendarDay } from '../calendar-day.ts'
import { rulesOf } from './collections.ts'
import type { ContractDates } from './decide.ts'
import { graceDaysAfterContract } from './limits.ts'

/** Whether a scope takes nothing more: 90 days have passed since its last contract ended (sync.md 3.1). */
export function isClosed(contracts: readonly ContractDates[], today: CalendarDay): boolean {
  return contracts.every(({ ends }) => ends !== null && addDays(ends, graceDaysAfterContract) < today)
}

/** Whether one of the contracts holds a day: the right to write is judged by the day of the activity (I13). */
export function holdDay(contracts: readonly ContractDates[], day: CalendarDay): boolean {
  return contracts.some(({ starts, ends }) => starts <= day && (ends === null || day <= ends))
}

/**
 * Whether documents of a collection say who the people are: once their scope is closed, no device holds what they say.
 * The author's own reports stay to be read; they name nobody (domain.md, "Who may see what").
 */
export function identifiesPeople(collection: string): boolean {
  return rulesOf(collection)?.identifiesPeople ?? false
}
