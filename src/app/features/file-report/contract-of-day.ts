import { hasContractOn } from '../../../domain/access/has-contract-on.ts'
import type { OwnScope } from '../../../domain/access/signed-in-person.ts'
import type { CalendarDay } from '../../../domain/calendar-day.ts'

/** The structure that a report of `day` is most likely for: one with a contract that day, the last used first. */
export function likelyScope(
  scopes: readonly OwnScope[],
  day: CalendarDay,
  lastUsed: string | undefined,
): OwnScope | undefined {
  const open = scopes.filter((scope) => hasContractOn(scope, day))
  return open.find(({ scope }) => scope === lastUsed) ?? open[0] ?? scopes[0]
}
