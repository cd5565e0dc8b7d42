import { groupBy } from '../group-by.ts'
import type { Rule } from './rule.ts'
import { dayInWords, reportsInWords } from '../french-words.ts'

/** Days on which no contract with the structure holds: imported ones, or a contract whose dates changed. */
export const outsideContract: Rule<'outside-contract'> = {
  title: 'Dates hors contrat',
  words: () => 'Une date qui n’est dans aucun contrat avec la structure.',
  answers: [
    'Les dates du contrat vont être corrigées.',
    'La date du compte rendu va être corrigée.',
    'L’activité a bien eu lieu ce jour-là.',
  ],
  find: ({ outside }) =>
    [...groupBy(outside, ({ date }) => date)].map(([date, ofDay]) => {
      const evidence = ofDay.map(({ id }) => id)
      const verb = ofDay.length === 1 ? 'porte' : 'portent'
      return {
        facts: [date, ...evidence],
        evidence,
        sentence: `${reportsInWords(ofDay.length)} ${verb} la date du ${dayInWords(date)}, hors contrat.`,
      }
    }),
}
