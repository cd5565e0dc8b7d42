import * as z from 'zod/mini'
import { activitySorts, type ActivitySort } from '../../domain/access/activity-sort.ts'
import { calendarDaySchema } from '../../domain/calendar-day.ts'
import { CodedError } from '../../domain/errors.ts'
import type { ActivityPosition } from '../store/structure-activities.ts'

/** Keys of orders are whole numbers as the database holds them. */
const greatestKey = 2_147_483_647
const written = z.tuple([
  z.enum(activitySorts),
  z.int().check(z.minimum(-greatestKey), z.maximum(greatestKey)),
  calendarDaySchema,
  z.uuid(),
  z.uuid(),
])

/** Where a page ends, as one word. It gives nothing that its carrier may not read: every page is asked for anew. */
export function writeActivityCursor({ key, day, id, scope }: ActivityPosition, sort: ActivitySort): string {
  return Buffer.from(JSON.stringify([sort, key, day, id, scope])).toString('base64url')
}

/** Throws `invalid-request` for what was not written here, or of another order. */
export function readActivityCursor(cursor: string, sort: ActivitySort): ActivityPosition {
  const parsed = written.safeParse(jsonOf(cursor))
  if (!parsed.success || parsed.data[0] !== sort) throw new CodedError('invalid-request', { field: 'cursor' })
  const [, key, day, id, scope] = parsed.data
  return { key, day, id, scope }
}

function jsonOf(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
  } catch {
    // Whatever it is, it isn't what we wrote.
    return undefined
  }
}
