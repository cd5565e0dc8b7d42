import { foundOnDays } from './found-on-days.ts'
import { isAllDay, isTraining } from './on-training.ts'
import type { Rule } from './rule.ts'

/** Activities of a day on which the advisor is known to be away. */
export const onAbsence: Rule<'on-absence'> = {
  title: 'Dates d’un jour d’absence',
  words: () => 'Une activité datée d’un jour où une absence est notée.',
  answers: [
    'L’absence ne couvrait pas toute la journée.',
    'L’absence va être corrigée.',
    'La date du compte rendu va être corrigée.',
  ],
  find({ reports, absences }) {
    const away = absences.filter((absence) => !isTraining(absence))
    return foundOnDays(
      reports.filter(({ date }) => isAllDay(away, date)),
      'un jour d’absence',
    )
  },
}
