import type { DocumentId, ScopeId } from '../ids.ts'
import { nameBasedId } from '../name-based-id.ts'
import type { EventDetails } from './community-fact.ts'
import type { CommunityEventId } from '../confirmation/event-confirmation.ts'
import { minutesOfEvent } from './refuse-community-fact.ts'

/**
 * The id of the report on an event: filed on two devices it is one report, a form that is opened twice finds its own
 * draft, and whether it was filed is read from the reports.
 */
export function reportIdOnEvent(scope: ScopeId, event: CommunityEventId): DocumentId {
  return nameBasedId(scope, `report on event ${event}`)
}

/** What the report on an event is begun with: time for the community, by the hours of the event. */
export function reportOnEvent(details: EventDetails) {
  return {
    kind: 'hors_accompagnement',
    activity: 'vie_de_la_communaute',
    date: details.day,
    minutes: minutesOfEvent(details),
    title: details.title,
    isFromAfar: details.place === '',
  } as const
}
