import { addMonths, type CalendarDay } from '../../../src/domain/calendar-day.ts'
import { scopeIdSchema } from '../../../src/domain/ids.ts'
import { seededRandom } from '../../../src/server/demonstration/seeded-random.ts'
import { seededDocumentId } from '../../../src/server/demonstration/seeded-uuid.ts'
import type { AdvisorLife } from './advisor-life.ts'
import { advisorOf } from './another-life/advisor.ts'
import { bringIn } from './another-life/brought-in.ts'
import { contractsOf } from './another-life/contracts.ts'
import { daysOfWork } from './another-life/days-of-work.ts'
import { fileReports } from './another-life/moments-of-filing.ts'
import { timeAwayOf } from './another-life/time-away.ts'
import { workOf } from './another-life/work-of-a-day.ts'

/**
 * Fourteen months of an advisor's work as life makes it, the same for the same number: what their habits are, when they
 * are away, whom they help, and when they sit down to file it. Written from the trade, without a look at what is looked
 * for in it, so that rules can be measured on lives that their author did not make.
 */
export function anotherLife(number: number, today: CalendarDay): AdvisorLife {
  const advisor = advisorOf(number)
  const period = { from: addMonths(today, -14), to: today }
  const contracts = contractsOf(advisor, today)
  const away = timeAwayOf(advisor, contracts, period.from, today)
  const days = daysOfWork(advisor, contracts, away, period)
  const work = workOf(advisor)
  const done = days.flatMap((day) => work(day))
  const worked = days.map(({ day }) => day)
  return {
    scope: scopeIdSchema.parse(
      seededDocumentId(seededRandom(`${advisor.seed}/scope`), new Date('2024-01-15T10:00:00Z')),
    ),
    contracts,
    absences: away.filter(({ declared }) => declared),
    department: advisor.department,
    reports: bringIn(advisor, fileReports(advisor, done, worked, today)),
  }
}
