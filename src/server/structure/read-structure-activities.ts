import { noActivityFilter, type ActivityFilter } from '../../domain/access/activity-filter.ts'
import { usualSort, type ActivitySort } from '../../domain/access/activity-sort.ts'
import type { PermittedActivity, PermittedActivityPage } from '../../domain/access/permitted-activity.ts'
import type { PersonId, StructureId } from '../../domain/ids.ts'
import { inseeCodeSchema } from '../../domain/territory/commune.ts'
import { structureActivities, type StructureActivity } from '../store/structure-activities.ts'
import type { Db } from '../store/tables.ts'
import { communeNames, type CommuneNames } from '../territory/commune-names.ts'
import { readActivityCursor, writeActivityCursor } from './activity-cursor.ts'

export interface PageAsked {
  readonly person: PersonId
  readonly structure: StructureId
  readonly filter?: ActivityFilter
  readonly sort?: ActivitySort
  readonly cursor?: string | undefined
  readonly limit: number
}

/**
 * A page of a structure's activities, for a member of it. The next one begins after the last activity of this one,
 * whatever arrives meanwhile. Throws `invalid-request` for a cursor that isn't of this order.
 */
export async function readStructureActivities(db: Db, asked: PageAsked): Promise<PermittedActivityPage> {
  const { person, structure, filter = noActivityFilter, sort = usualSort, cursor, limit } = asked
  const after = cursor === undefined ? undefined : readActivityCursor(cursor, sort)
  const question = { person, structure, filter, sort, after, limit: limit + 1 }
  const { activities, total } = await structureActivities(db, question)
  const page = activities.slice(0, limit)
  const last = page.at(-1)
  const names = await communeNames()
  return {
    items: page.map((activity) => namedActivity(activity, names)),
    next: activities.length > limit && last ? writeActivityCursor(last.position, sort) : null,
    ...(after === undefined && { total }),
  }
}

/** With the name of its commune. The route's schema leaves the position out of the answer. */
export function namedActivity(activity: StructureActivity, names: CommuneNames): PermittedActivity {
  const code = inseeCodeSchema.safeParse(activity.commune)
  return { ...activity, communeName: (code.success ? names.get(code.data)?.name : undefined) ?? null }
}
