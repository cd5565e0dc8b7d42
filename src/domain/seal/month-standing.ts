/** Where a structure's month stands. */
export const monthStandings = ['not-yet', 'to-vouch', 'vouched', 'to-review'] as const
export type MonthStanding = (typeof monthStandings)[number]

export const standingLabels: Readonly<Record<MonthStanding, string>> = {
  'not-yet': 'Pas encore',
  'to-vouch': 'À attester',
  vouched: 'Attesté',
  'to-review': 'À revoir',
}

/** What a month's standing follows from. */
export interface StandingFacts {
  readonly isVouchable: boolean
  readonly isSealed: boolean
  /** Whether every report is as it was when it was vouched for. */
  readonly holds: boolean
}

/** A month that was vouched for is so whatever the calendar says since. */
export function standingOf({ isVouchable, isSealed, holds }: StandingFacts): MonthStanding {
  if (isSealed) return holds ? 'vouched' : 'to-review'
  return isVouchable ? 'to-vouch' : 'not-yet'
}
