import type { ExaminedReport } from './examined-report.ts'
import { groupBy } from '../group-by.ts'
import type { Found } from './rule.ts'
import { dayInWords, reportsInWords } from '../french-words.ts'

/** Reports of days on which none is expected: one finding a day, and what the day is in words. */
export function foundOnDays(reports: readonly ExaminedReport[], what: string): Found[] {
  return [...groupBy(reports, ({ date }) => date)].map(([date, ofDay]) => {
    const evidence = ofDay.map(({ id }) => id)
    const verb = ofDay.length === 1 ? 'est daté' : 'sont datés'
    return {
      facts: [date, ...evidence],
      evidence,
      sentence: `${reportsInWords(ofDay.length)} ${verb} du ${dayInWords(date)}, ${what}.`,
    }
  })
}
