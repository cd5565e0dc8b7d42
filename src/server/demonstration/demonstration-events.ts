import { addDays, type CalendarDay } from '../../domain/calendar-day.ts'
import { eventDetailsSchema, type CommunityFact } from '../../domain/community/community-fact.ts'
import { communityFactIdSchema } from '../../domain/community/community-ids.ts'
import type { EventAudience } from '../../domain/community/event-audience.ts'
import {
  communityEventIdSchema,
  type CommunityEventId,
} from '../../domain/confirmation/event-confirmation.ts'
import type { PersonId } from '../../domain/ids.ts'
import { cast } from './cast.ts'
import { ariegeTeam, morningOf } from './demonstration-people.ts'
import { seededRandom } from './seeded-random.ts'
import { seededDocumentId } from './seeded-uuid.ts'

/** An event of the demonstration, with all that is said of it and by whom. */
export interface DemonstrationEvent {
  readonly id: CommunityEventId
  readonly audience: EventAudience
  readonly facts: readonly CommunityFact[]
  readonly by: PersonId
}

/** What the State and Elsa have published around today: two that are over, one that is cancelled, three to come. */
export function demonstrationEvents(today: CalendarDay): DemonstrationEvent[] {
  const nation = { over: 'nation' } as const
  const ariege = { over: 'department', department: '09' } as const
  const team = { over: 'team', team: ariegeTeam.id } as const
  const link = 'https://visio.example/communaute'
  return [
    anEvent('webinaire-passe', nation, addDays(today, -12), {
      kind: 'webinaire',
      title: 'Repérer les arnaques en ligne avec le public',
      link,
    }),
    anEvent('rencontre-passee', ariege, addDays(today, -5), {
      kind: 'rencontre_territoriale',
      title: 'Rencontre des médiateurs de l’Ariège',
      starts: '09:30',
      ends: '12:30',
      place: 'Préfecture, Foix',
    }),
    anEvent('partage', team, addDays(today, 3), {
      kind: 'partage_de_pratiques',
      title: 'Nos ateliers qui marchent',
      starts: '14:00',
      ends: '16:00',
      place: 'Médiathèque de Saint-Girons',
    }),
    anEvent('webinaire', nation, addDays(today, 8), {
      kind: 'webinaire',
      title: 'L’intelligence artificielle à l’accueil du public',
      words: 'Ce que le public demande, ce que l’on peut répondre, et des supports à reprendre.',
      link,
    }),
    anEvent('formation', nation, addDays(today, 15), {
      kind: 'formation_continue',
      title: 'Accessibilité des démarches, première demi-journée',
      starts: '09:00',
      ends: '12:30',
      link,
    }),
    anEvent('annule', nation, addDays(today, 20), {
      kind: 'webinaire',
      title: 'Les outils libres en médiation',
      link,
      cancelled: 'Reporté au printemps.',
    }),
  ]
}

interface Said {
  readonly kind: string
  readonly title: string
  readonly words?: string
  readonly starts?: string
  readonly ends?: string
  readonly place?: string
  readonly link?: string
  readonly cancelled?: string
}

/** The same at each loading: published a month before, on a morning. */
function anEvent(
  key: string,
  audience: EventAudience,
  day: CalendarDay,
  { cancelled, ...said }: Said,
): DemonstrationEvent {
  const at = morningOf(addDays(day, -30))
  const idOf = (what: string) => seededDocumentId(seededRandom(`event/${key}/${what}`), new Date(at))
  const none = { words: '', starts: '10:00', ends: '11:30', place: '', link: '' }
  const details = eventDetailsSchema.parse({ ...none, ...said, day })
  const first = communityFactIdSchema.parse(idOf('published'))
  const published: CommunityFact = { id: first, at, replaces: null, kind: 'published', details }
  const off: CommunityFact[] =
    cancelled === undefined
      ? []
      : [
          {
            id: communityFactIdSchema.parse(idOf('cancelled')),
            at: morningOf(addDays(day, -28)),
            replaces: first,
            kind: 'cancelled',
            words: cancelled,
          },
        ]
  return {
    id: communityEventIdSchema.parse(idOf('event')),
    audience,
    facts: [published, ...off],
    by: audience.over === 'team' ? cast.elsa.id : cast.farid.id,
  }
}
