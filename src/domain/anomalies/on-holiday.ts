import { isFrenchHoliday } from '../french-holidays.ts'
import { foundOnDays } from './found-on-days.ts'
import type { Rule } from './rule.ts'

/** Activities of a public holiday. */
export const onHoliday: Rule<'on-holiday'> = {
  title: 'Dates d’un jour férié',
  words: () => 'Une activité datée d’un jour férié en France, ou dans ce département.',
  answers: ['L’activité a bien eu lieu ce jour férié.', 'La date du compte rendu va être corrigée.'],
  find: ({ reports, department }) =>
    foundOnDays(
      reports.filter(({ date }) => isFrenchHoliday(date, department)),
      'un jour férié',
    ),
}
