import { groupBy } from '../group-by.ts'
import type { Rule } from './rule.ts'
import { dayInWords, durationInWords } from '../french-words.ts'

/** More hours on one day than one works, or than there are. */
export const longDay: Rule<'long-day'> = {
  title: 'Journées très longues',
  words: ({ minutes }) => `Plus de ${durationInWords(minutes)} d’activités datées du même jour.`,
  answers: [
    'La journée a bien été aussi longue.',
    'Une durée va être corrigée.',
    'Une date va être corrigée.',
  ],
  find: ({ reports }, { minutes, minutesOfDay }) =>
    [...groupBy(reports, ({ date }) => date)].flatMap(([date, ofDay]) => {
      const total = ofDay.reduce((sum, report) => sum + report.minutes, 0)
      if (total <= minutes) return []
      const evidence = ofDay.filter((report) => report.minutes > 0).map(({ id }) => id)
      const tooMuch = total > minutesOfDay ? ', plus que n’en compte un jour' : ''
      return [
        {
          facts: [date, total, ...evidence],
          evidence,
          sentence: `Les activités du ${dayInWords(date)} durent ${durationInWords(total)} en tout${tooMuch}.`,
        },
      ]
    }),
}
