import type { ErrorCode } from '../errors.ts'
import { isConcerned, type EventAudience, type EventGuest } from './event-audience.ts'
import { eventTimes, type EventLife } from './event-life.ts'

/** Why attendance can't be marked; undefined where it can: of whom the event concerns, once it has begun. */
export function refusalOfMark(
  { life, audience }: { life: EventLife; audience: EventAudience },
  guest: EventGuest,
  now: Date,
): ErrorCode | undefined {
  if (life.cancelled !== null) return 'event-cancelled'
  if (!isConcerned(guest, audience, life.details.day)) return 'event-not-theirs'
  return eventTimes(life.details).begins <= now.getTime() ? undefined : 'event-not-begun'
}
