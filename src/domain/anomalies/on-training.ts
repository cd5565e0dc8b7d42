import { isInPeriod } from '../statistics/period.ts'
import { foundOnDays } from './found-on-days.ts'
import type { Rule } from './rule.ts'

/** Activities of a day of training, but for the training itself. */
export const onTraining: Rule<'on-training'> = {
  title: 'Dates d’un jour de formation',
  words: () => 'Une activité datée d’un jour de formation, autre que la formation elle-même.',
  answers: [
    'La formation ne prenait pas toute la journée.',
    'La date de la formation va être corrigée.',
    'La date du compte rendu va être corrigée.',
  ],
  find: ({ reports, absences }) =>
    foundOnDays(
      reports.filter(
        ({ date, activity }) =>
          activity !== 'formation' &&
          activity !== 'certification' &&
          absences.some((absence) => isTraining(absence) && isInPeriod(date, absence)),
      ),
      'un jour de formation',
    ),
}

export function isTraining({ kind }: { readonly kind: string }): boolean {
  return kind === 'formation'
}
