import type { CommunityFact, EventDetails } from '../../src/domain/community/community-fact.ts'
import { eventDetailsSchema } from '../../src/domain/community/community-fact.ts'
import { communityFactIdSchema } from '../../src/domain/community/community-ids.ts'
import {
  communityEventIdSchema,
  type CommunityEventId,
} from '../../src/domain/confirmation/event-confirmation.ts'
import { aUuid } from './an-id.ts'

/** An event as it is typed: a webinar of an hour and a half, on the first day of December. */
export function someDetails(fields: Partial<Record<keyof EventDetails, string>> = {}): EventDetails {
  return eventDetailsSchema.parse({
    kind: 'webinaire',
    title: 'Parler d’intelligence artificielle à l’accueil',
    words: '',
    day: '2026-12-01',
    starts: '10:00',
    ends: '11:30',
    place: '',
    link: 'https://visio.example/communaute',
    ...fields,
  })
}

let said = 0

function base(replaces: CommunityFact | undefined): Pick<CommunityFact, 'id' | 'at' | 'replaces'> {
  said += 1
  return {
    id: communityFactIdSchema.parse(aUuid()),
    at: new Date(Date.UTC(2026, 10, 1) + said * 1000).toISOString(),
    replaces: replaces?.id ?? null,
  }
}

export function aPublishing(
  fields: Partial<Record<keyof EventDetails, string>> = {},
  replaces?: CommunityFact,
): CommunityFact {
  return { ...base(replaces), kind: 'published', details: someDetails(fields) }
}

export function aCancelling(replaces: CommunityFact, words = ''): CommunityFact {
  return { ...base(replaces), kind: 'cancelled', words }
}

export function aCommunityEventId(): CommunityEventId {
  return communityEventIdSchema.parse(aUuid())
}
