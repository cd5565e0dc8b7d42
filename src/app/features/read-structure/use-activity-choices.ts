import { fetchActivityChoices } from '../../data/structure-activities.ts'
import { useServerAnswer, type AskedServer } from '../../data/react/use-server-answer.ts'
import type { ActivityChoices } from '../../../domain/access/permitted-activity.ts'
import type { ActivitiesAsked } from '../../data/structure-activities.ts'

/** What the list may be filtered by: as the server counts it now, and kept nowhere. */
export function useActivityChoices(asked: ActivitiesAsked): AskedServer<ActivityChoices, ActivitiesAsked> {
  return useServerAnswer(asked, countedChoices)
}

const countedChoices = {
  fetch: (asked: ActivitiesAsked) => fetchActivityChoices(asked),
  keep: () => Promise.resolve(),
  readKept: () => Promise.resolve(undefined),
}
