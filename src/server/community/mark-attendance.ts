import type { Marking } from '../../domain/access/community-on-the-wire.ts'
import type { CommunityEventId } from '../../domain/confirmation/event-confirmation.ts'
import { isConcerned } from '../../domain/community/event-audience.ts'
import { eventLife } from '../../domain/community/event-life.ts'
import { refusalOfMark } from '../../domain/community/refuse-mark.ts'
import { CodedError } from '../../domain/errors.ts'
import type { PersonId, TeamId } from '../../domain/ids.ts'
import { guestsOfScopes, insertMark } from '../store/community-attendance.ts'
import { eventById } from '../store/community-events.ts'
import { heldRoles } from '../store/held-roles.ts'
import type { Store } from '../store/store.ts'
import { inTransaction } from '../store/transaction.ts'

/**
 * A coordinator marks whether a member of the team was at an event; said twice, it is said once. Throws `forbidden`,
 * `not-found`, or the code of a refusal (`refusalOfMark`): then nothing is written.
 */
export async function markAttendance(
  store: Store,
  { person, team, event, now }: { person: PersonId; team: TeamId; event: CommunityEventId; now: Date },
  { id, scope, says }: Marking,
): Promise<void> {
  await inTransaction(store, async (tx) => {
    if ((await heldRoles(tx, person, { over: 'team', id: team })).length === 0)
      throw new CodedError('forbidden')
    const known = await eventById(tx, event)
    const life = known && eventLife(known.facts)
    if (!known || !life) throw new CodedError('not-found')
    const [guest] = await guestsOfScopes(tx, [scope])
    // Of the team on that day, whoever the event is for.
    if (!guest || !isConcerned(guest, { over: 'team', team }, life.details.day))
      throw new CodedError('event-not-theirs')
    const refusal = refusalOfMark({ life, audience: known.audience }, guest, now)
    if (refusal) throw new CodedError(refusal)
    await insertMark(tx, { id, event, scope, says, by: person, at: now.toISOString() })
  })
}
