import {
  groupFiguresSchema,
  type AdvisorStanding,
  type GroupFigures,
} from '../../src/domain/access/group-figures.ts'
import { calendarDaySchema } from '../../src/domain/calendar-day.ts'
import { aPersonId } from './an-id.ts'

const november = { from: calendarDaySchema.parse('2026-11-01'), to: calendarDaySchema.parse('2026-11-30') }

/** Figures as the server gives them: one activity of Saint-Girons, of so many accompaniments. */
export function someGroupFigures({
  period = november,
  accompaniments = 12,
  advisors = [anAdvisor()],
  weights,
  places = {},
}: Partial<Pick<GroupFigures, 'period' | 'advisors' | 'weights' | 'places'>> & {
  accompaniments?: number
} = {}): GroupFigures {
  const activities = accompaniments > 0 ? 1 : 0
  const minutes = 90 * activities
  const totals = {
    activities,
    accompaniments,
    beneficiaries: { named: activities, anonymous: accompaniments - activities, total: accompaniments },
    newOnes: { named: 0, anonymous: 0, total: 0 },
    minutes: { accompaniment: minutes, rest: 0, total: minutes },
    eventParticipants: 0,
  }
  const weight = [activities, accompaniments, minutes]
  return groupFiguresSchema.parse({
    countedAt: new Date().toISOString(),
    period,
    before: { period, totals },
    totals,
    weights: weights ?? (activities > 0 ? { 'theme:email': weight, 'commune:09261': weight } : {}),
    delay: { activities, median: activities > 0 ? 2 : null },
    step: 'jour',
    bars: [{ ...period, accompaniments, activities }],
    advisors,
    places,
    communes: activities > 0 ? { '09261': 'Saint-Girons' } : {},
  })
}

/** Awa, whose contract holds, and who has filed nothing yet. */
export function anAdvisor(fields: Partial<AdvisorStanding> = {}): AdvisorStanding {
  return {
    id: aPersonId(),
    name: 'Awa Diallo',
    isUnderContract: true,
    lastActivity: null,
    missions: [],
    ...fields,
  }
}
