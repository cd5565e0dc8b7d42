import type { CalendarDay } from '../calendar-day.ts'
import type { OwnScope } from './signed-in-person.ts'

/** Whether a contract with the structure holds a day: the server will judge by it (sync.md 3.4). */
export function hasContractOn(scope: Pick<OwnScope, 'contracts'>, day: CalendarDay): boolean {
  return scope.contracts.some(({ starts, ends }) => starts <= day && (ends === null || day <= ends))
}
