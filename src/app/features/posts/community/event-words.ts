import type { PublishedEvent } from '../../../../domain/access/community-on-the-wire.ts'
import type { CalendarDay } from '../../../../domain/calendar-day.ts'
import type { EventDetails } from '../../../../domain/community/community-fact.ts'
import type { EventAudience } from '../../../../domain/community/event-audience.ts'
import { eventKindLabels } from '../../../../domain/community/event-words.ts'
import { departmentName, isDepartmentCode } from '../../../../domain/territory/departments.ts'
import { relativeDay } from '../../../ui/format/relative-day.ts'

/** « Demain, 10 h 00 – 11 h 30, webinaire »: when it is, from `today`, and what. */
export function whenInWords(details: EventDetails, today: CalendarDay): string {
  const { kind, day } = details
  return [relativeDay(day, today), hoursInWords(details), eventKindLabels[kind].toLowerCase()].join(', ')
}

/** « 10 h 00 – 11 h 30 », by the clocks of mainland France, whose hours the event has. */
export function hoursInWords({ starts, ends }: Pick<EventDetails, 'starts' | 'ends'>): string {
  return `${hourInWords(starts)}\u00A0– ${hourInWords(ends)}`
}

function hourInWords(time: string): string {
  return `${Number(time.slice(0, 2))}\u00A0h\u00A0${time.slice(3)}`
}

/** For whom it is: « France entière », « Ariège », or the team's name. */
export function audienceInWords({
  audience,
  teamName,
}: {
  readonly audience: EventAudience
  readonly teamName: string | null
}): string {
  switch (audience.over) {
    case 'nation':
      return 'France entière'
    case 'department':
      return isDepartmentCode(audience.department) ? departmentName(audience.department) : audience.department
    case 'team':
      return teamName ?? 'Équipe'
  }
}

/** « Annulé », with why where it is said; undefined for what takes place. */
export function cancelledInWords({ cancelled }: Pick<PublishedEvent, 'cancelled'>): string | undefined {
  if (cancelled === null) return undefined
  return cancelled === '' ? 'Annulé' : `Annulé\u00A0: ${cancelled}`
}
