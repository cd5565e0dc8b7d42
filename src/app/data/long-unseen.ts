import { dayOfId, isLongUnseen } from '../../domain/beneficiary/long-unseen.ts'
import type { CalendarDay } from '../../domain/calendar-day.ts'
import { followedPeople } from './beneficiaries.ts'
import type { CoopDatabase } from './database.ts'
import { lastDaysOfPeople } from './last-days.ts'
import type { LocalPerson } from './people-of-rows.ts'

/** Somebody whose erasure is proposed, and since when they haven't been seen. */
export interface LongUnseen {
  readonly local: LocalPerson
  readonly lastDay: CalendarDay
  /** Whether a report names them; without any, the day is that on which their page was made. */
  readonly isNamed: boolean
}

/** People whose erasure is to be proposed, those not seen for longest first. */
export async function longUnseenPeople(db: CoopDatabase, today: CalendarDay): Promise<LongUnseen[]> {
  const [people, days] = await Promise.all([followedPeople(db), lastDaysOfPeople(db)])
  return people
    .map((local): LongUnseen => {
      const named = local.pages.flatMap(({ id }) => days.get(id) ?? [])
      const isNamed = named.length > 0
      const [lastDay = today] = (isNamed ? named : local.pages.map(({ id }) => dayOfId(id)))
        .sort()
        .toReversed()
      return { local, lastDay, isNamed }
    })
    .filter(({ local, lastDay }) => isLongUnseen({ lastDay, keptOn: local.person.keptOn }, today))
    .sort((a, b) => (a.lastDay < b.lastDay ? -1 : 1))
}
