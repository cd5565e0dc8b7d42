import { frenchDayOf } from '../../domain/calendar-day.ts'
import type { CommunityFact, SaysOfEvent } from '../../domain/community/community-fact.ts'
import type { CommunityEventId } from '../../domain/confirmation/event-confirmation.ts'
import type { EventAudience } from '../../domain/community/event-audience.ts'
import { refusalOfCommunityFact } from '../../domain/community/refuse-community-fact.ts'
import type { ScopeAsked } from '../../domain/access/access-table.ts'
import { CodedError } from '../../domain/errors.ts'
import type { PersonId } from '../../domain/ids.ts'
import { isDepartmentCode } from '../../domain/territory/departments.ts'
import { insertCommunityFact, lockEvent } from '../store/community-events.ts'
import { heldRoles } from '../store/held-roles.ts'
import type { Store } from '../store/store.ts'
import { inTransaction } from '../store/transaction.ts'

interface Saying {
  readonly person: PersonId
  readonly event: CommunityEventId
  readonly audience: EventAudience
  readonly now: Date
}

/**
 * Publishes, corrects or cancels an event; said twice, it is said once. Throws `forbidden` to whoever doesn't publish
 * for that audience now, `not-found` for an event of another audience, or the code of a refusal
 * (`refusalOfCommunityFact`): then nothing is written.
 */
export async function sayOfEvent(store: Store, saying: Saying, says: SaysOfEvent): Promise<void> {
  const { person, event, audience, now } = saying
  await inTransaction(store, async (tx) => {
    const held = await heldRoles(tx, person, publishedOver(audience))
    if (held.length === 0) throw new CodedError('forbidden')
    const at = now.toISOString()
    const known = await lockEvent(tx, { id: event, audience, at })
    if (!known) throw new CodedError('not-found')
    if (known.some(({ id }) => id === says.id)) return
    const added: CommunityFact = { ...says, at }
    const refusal = refusalOfCommunityFact(known, added, frenchDayOf(now))
    if (refusal) throw new CodedError(refusal)
    await insertCommunityFact(tx, event, added, person)
  })
}

/** Over what somebody must stand to publish for an audience. */
export function publishedOver(audience: EventAudience): ScopeAsked {
  switch (audience.over) {
    case 'nation':
      return { over: 'territory', id: 'nation' }
    case 'department':
      if (!isDepartmentCode(audience.department)) throw new CodedError('invalid-request')
      return { over: 'territory', id: audience.department }
    case 'team':
      return { over: 'team', id: audience.team }
  }
}
