import { absentOn } from '../absence/absent-on.ts'
import type { CalendarDay } from '../calendar-day.ts'
import type { KnownAbsence } from './advisor-month.ts'
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
  find({ reports, absences }) {
    const training = absences.filter(isTraining)
    return foundOnDays(
      reports.filter(
        ({ date, activity }) =>
          activity !== 'formation' && activity !== 'certification' && isAllDay(training, date),
      ),
      'un jour de formation',
    )
  },
}

export function isTraining({ kind }: { readonly kind: string }): boolean {
  return kind === 'formation'
}

/** Half a day away leaves the other half to work. */
export function isAllDay(absences: readonly KnownAbsence[], day: CalendarDay): boolean {
  return absentOn(absences, day) === 1
}
