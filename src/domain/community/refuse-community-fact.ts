import { daysBetween, type CalendarDay } from '../calendar-day.ts'
import { versionOn } from '../commitments/versioned-milestones.ts'
import type { ErrorCode } from '../errors.ts'
import { minutesOfDay } from '../french-time.ts'
import type { CommunityFact, EventDetails } from './community-fact.ts'
import { eventLife } from './event-life.ts'
import { eventRules } from './event-rules.ts'

/** Why a fact can't be added to those of its event; undefined where it can. */
export function refusalOfCommunityFact(
  facts: readonly CommunityFact[],
  added: CommunityFact,
  today: CalendarDay,
): ErrorCode | undefined {
  const life = eventLife(facts)
  if ((life?.last ?? null) !== added.replaces) return 'fact-replaced'
  switch (added.kind) {
    case 'published':
      return refusalOfDetails(added.details, today)
    case 'cancelled':
      if (!life) return 'fact-replaced'
      return life.cancelled === null ? undefined : 'event-cancelled'
  }
}

/** What is wrong with an event by itself; undefined where nothing is. */
export function refusalOfDetails(details: EventDetails, today: CalendarDay): ErrorCode | undefined {
  const minutes = minutesOfEvent(details)
  const rules = versionOn(eventRules, details.day)
  if (minutes <= 0) return 'event-ends-first'
  if (minutes < rules.shortestMinutes) return 'event-too-short'
  if (minutes > rules.longestMinutes) return 'event-too-long'
  const ahead = daysBetween(today, details.day)
  if (ahead < -rules.publishedWithin || ahead > rules.publishedFrom) return 'event-day-unlikely'
  if (details.place === '' && details.link === '') return 'event-nowhere'
  return details.link === '' || secureLink.test(details.link) ? undefined : 'event-link-not-https'
}

/** How long it lasts, by the clocks on the wall. */
export function minutesOfEvent({ starts, ends }: Pick<EventDetails, 'starts' | 'ends'>): number {
  return minutesOfDay(ends) - minutesOfDay(starts)
}

/** An address of https, of a named site, that hands over no password. */
const secureLink = /^https:\/\/[^\s/?#@<>"\\]+\.[^\s/?#@<>"\\]+([/?#][^\s<>"\\]*)?$/
