import * as z from 'zod/mini'
import type { PermittedActivity, PermittedActivityPage } from '../../domain/access/permitted-activity.ts'
import { calendarDaySchema } from '../../domain/calendar-day.ts'
import { CodedError } from '../../domain/errors.ts'
import type { PersonId, StructureId } from '../../domain/ids.ts'
import { inseeCodeSchema } from '../../domain/territory/commune.ts'
import {
  structureActivities,
  type ActivityPosition,
  type StructureActivity,
} from '../store/structure-activities.ts'
import type { Db } from '../store/tables.ts'
import { communeNames, type CommuneNames } from '../territory/commune-names.ts'

/** A page of a structure's activities, for a member of it. Throws `invalid-request` for a cursor that isn't ours. */
export async function readStructureActivities(
  db: Db,
  question: { person: PersonId; structure: StructureId; cursor?: string | undefined; limit: number },
): Promise<PermittedActivityPage> {
  const { person, structure, cursor, limit } = question
  const after = cursor === undefined ? undefined : positionOf(cursor)
  const found = await structureActivities(db, { person, structure, after, limit: limit + 1 })
  const page = found.slice(0, limit)
  const last = page.at(-1)
  const names = await communeNames()
  return {
    items: page.map((activity) => namedActivity(activity, names)),
    next: found.length > limit && last ? cursorOf(last.position) : null,
  }
}

/** With the name of its commune. The route's schema leaves the position out of the answer. */
export function namedActivity(activity: StructureActivity, names: CommuneNames): PermittedActivity {
  const code = inseeCodeSchema.safeParse(activity.commune)
  return { ...activity, communeName: (code.success ? names.get(code.data)?.name : undefined) ?? null }
}

const positionSchema = z.tuple([calendarDaySchema, z.uuid(), z.uuid()])

function cursorOf({ day, id, scope }: ActivityPosition): string {
  return Buffer.from([day, id, scope].join(' ')).toString('base64url')
}

function positionOf(cursor: string): ActivityPosition {
  const parsed = positionSchema.safeParse(Buffer.from(cursor, 'base64url').toString().split(' '))
  if (!parsed.success) throw new CodedError('invalid-request', { field: 'cursor' })
  const [day, id, scope] = parsed.data
  return { day, id, scope }
}
