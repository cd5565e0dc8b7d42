import type { ActivityNames } from '../../../domain/access/activity-words.ts'
import type { ActivityChoices, PermittedActivity } from '../../../domain/access/permitted-activity.ts'

/** Names that came with activities, and with what they may be filtered by. */
export function namesIn(
  activities: readonly PermittedActivity[],
  choices: ActivityChoices | undefined,
): ActivityNames {
  const advisors = new Map<string, string>(Object.entries(choices?.advisors ?? {}))
  const communes = new Map<string, string>(Object.entries(choices?.communes ?? {}))
  for (const { advisorId, advisorName, commune, communeName } of activities) {
    advisors.set(advisorId, advisorName)
    if (commune !== null && communeName !== null) communes.set(commune, communeName)
  }
  return { advisors, communes }
}
