import { calendarMonthSchema } from '../../src/domain/calendar-month.ts'
import type { CommitmentFacts } from '../../src/domain/commitments/commitment-facts.ts'
import { structureKit } from '../../src/domain/commitments/kit/structure-kit.ts'
import type { PostFact } from '../../src/domain/commitments/post-fact.ts'
import { postLife } from '../../src/domain/commitments/post-life.ts'
import { aContract, aNotification, awasScope, day, ours } from './a-post-fact.ts'

export const october = { month: calendarMonthSchema.parse('2026-10'), lastDay: day('2026-10-31') }
export const september = { month: calendarMonthSchema.parse('2026-09'), lastDay: day('2026-09-30') }
export const awa = {
  scope: awasScope,
  name: 'Awa Diallo',
  since: day('2026-02-01'),
  lastActivity: day('2026-11-20'),
  isQuiet: false,
}

/** A structure that keeps all that can be known: one post, occupied, with reports of the three missions. */
export function commitmentFacts(fields: Partial<CommitmentFacts> = {}): CommitmentFacts {
  return {
    today: day('2026-11-23'),
    structure: ours,
    posts: aPost(aNotification('2026-01-05'), aContract('2026-02-01', null)),
    advisors: [awa],
    reporting: {
      from: day('2026-08-24'),
      to: day('2026-11-23'),
      reports: 120,
      missions: { 1: 60, 2: 20, 3: 40 },
    },
    kit: structureKit([]),
    training: new Map(),
    communityMinutes: 0,
    eventsAttended: [],
    months: [
      { ...september, open: 0, settled: 1 },
      { ...october, open: 0, settled: 0 },
    ],
    vouched: new Set([september.month, october.month]),
    ...fields,
  }
}

export function aPost(...said: PostFact[]): CommitmentFacts['posts'] {
  return [{ reference: '09-0001', life: postLife(said) }]
}
