import { hasContractOn } from '../access/has-contract-on.ts'
import { daysOfMonth } from '../calendar-month.ts'
import { isInPeriod } from '../statistics/period.ts'
import type { AdvisorMonth } from './advisor-month.ts'
import type { ExaminedReport } from './examined-report.ts'
import { historyOf } from './history-of.ts'

/** All that is known of an advisor at a structure but the reports. */
export type Standing = Omit<AdvisorMonth, 'reports' | 'outside' | 'history'>

/** The month to look at, from all of an advisor's reports: those on days outside a contract are told and not read. */
export function monthOfReports(standing: Standing, all: readonly ExaminedReport[]): AdvisorMonth {
  const inside = all.filter(({ date }) => hasContractOn(standing, date))
  const month = daysOfMonth(standing.month)
  const ofMonth = ({ date }: ExaminedReport) => isInPeriod(date, month)
  return {
    ...standing,
    reports: inside.filter(ofMonth),
    outside: all.filter((report) => ofMonth(report) && !hasContractOn(standing, report.date)),
    history: historyOf(standing.month, inside),
  }
}
