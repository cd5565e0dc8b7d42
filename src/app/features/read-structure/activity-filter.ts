import type { PermittedActivity } from '../../../domain/access/permitted-activity.ts'

export interface ActivityFilter {
  /** Id of an advisor, or nothing. */
  advisor: string
  /** `YYYY-MM`, or nothing. */
  month: string
}

export const noFilter: ActivityFilter = { advisor: '', month: '' }

export function matchesFilter(
  { advisorId, date }: PermittedActivity,
  { advisor, month }: ActivityFilter,
): boolean {
  return (advisor === '' || advisorId === advisor) && date.startsWith(month)
}
