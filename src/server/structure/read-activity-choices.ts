import {
  countActivityValues,
  facetsOfActivity,
  type ActivityFilter,
  type FilteredActivity,
} from '../../domain/access/activity-filter.ts'
import type { ActivityChoices } from '../../domain/access/permitted-activity.ts'
import type { PersonId, StructureId } from '../../domain/ids.ts'
import { structureActivities, type ActivityPosition } from '../store/structure-activities.ts'
import type { Db } from '../store/tables.ts'
import { communeNames } from '../territory/commune-names.ts'
import { namedActivity } from './read-structure-activities.ts'

/** Activities read by one statement: the server answers others between two of them. */
const atOnce = 4_000

/**
 * What a structure's list may be filtered by, and how many activities choosing it would find: counted from the very
 * columns that a member reads, of the days that the filter asks for.
 */
export async function readActivityChoices(
  db: Db,
  asked: { person: PersonId; structure: StructureId; filter: ActivityFilter },
): Promise<ActivityChoices> {
  const { filter, ...who } = asked
  const names = await communeNames()
  const read: FilteredActivity[] = []
  const [advisors, communes] = [new Map<string, string>(), new Map<string, string>()]
  let after: ActivityPosition | undefined
  do {
    // Of one facet any other value could be chosen too: the days alone bound what is read.
    const question = { ...who, filter: { ...filter, values: [] }, after, limit: atOnce }
    const { activities } = await structureActivities(db, question)
    for (const activity of activities.map((each) => namedActivity(each, names))) {
      read.push({ date: activity.date, values: facetsOfActivity(activity) })
      advisors.set(activity.advisorId, activity.advisorName)
      if (activity.commune !== null && activity.communeName !== null)
        communes.set(activity.commune, activity.communeName)
    }
    after = activities.length === atOnce ? activities.at(-1)?.position : undefined
  } while (after !== undefined)
  return {
    counts: Object.fromEntries(countActivityValues(read, filter)),
    advisors: Object.fromEntries(advisors),
    communes: Object.fromEntries(communes),
  }
}
