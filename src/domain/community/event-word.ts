import {
  eventConfirmationSchema,
  type CommunityEventId,
  type EventConfirmationKind,
} from '../confirmation/event-confirmation.ts'

/** What a confirmation says of an event; undefined for one that is about something else, or that a newer build wrote. */
export function eventWordIn(
  body: unknown,
): { event: CommunityEventId; says: EventConfirmationKind; at: string } | undefined {
  const said = eventConfirmationSchema.safeParse(body).data
  return said && { event: said.event, says: said.kind, at: said.at }
}
