import { addToMonth, daysOfMonth, type CalendarMonth } from '../calendar-month.ts'
import type { AdvisorMonth } from './advisor-month.ts'
import { median } from './median.ts'
import type { Rule } from './rule.ts'
import { countInWords, numberInWords } from '../french-words.ts'
import { workingDaysIn } from './working-days.ts'

/** Months before that this one is compared with. */
const monthsBack = 6

/**
 * Far more activities than this advisor's other months, or far fewer, by day that may be worked. A month without any is
 * told by its silence; one that isn't over yet isn't compared.
 */
export const unusualMonth: Rule<'unusual-month'> = {
  title: 'Mois très différents des autres',
  words: ({ timesMore, timesLess, months }) =>
    `Par jour travaillé, plus de ${numberInWords(timesMore)}\u00A0fois les activités des mois précédents, ou plus de ${numberInWords(timesLess)}\u00A0fois moins (au moins ${months}\u00A0mois comparables sur six).`,
  answers: [
    'L’activité a bien été plus forte ce mois-ci.',
    'L’activité a bien été plus faible ce mois-ci.',
    'Des comptes rendus vont être corrigés ou ajoutés.',
  ],
  find(own, { timesMore, timesLess, months, workingDays }) {
    const days = workingDaysOf(own, own.month)
    if (own.today <= daysOfMonth(own.month).to || days < workingDays || own.reports.length === 0) return []
    const rates = earlierRates(own, workingDays)
    const usual = median(rates) * days
    if (rates.length < months || usual === 0) return []
    const count = own.reports.length
    const [isMore, isLess] = [count > timesMore * usual, count * timesLess < usual]
    if (!isMore && !isLess) return []
    // A few more or fewer don't make it another month.
    const times = Math.floor(isMore ? count / usual : usual / count)
    return [
      {
        facts: [own.month, isMore ? 'more' : 'less', times],
        evidence: [],
        sentence: `Ce mois compte ${countInWords(count, 'activité', 'activités')}\u00A0; d’après les mois précédents, on en attendrait ${Math.round(usual)} environ.`,
      },
    ]
  },
}

/** Activities a day that may be worked, of each month before that is long enough to be compared. */
function earlierRates(own: AdvisorMonth, least: number): number[] {
  return Array.from({ length: monthsBack }, (_, index) => addToMonth(own.month, -1 - index)).flatMap(
    (month) => {
      const days = workingDaysOf(own, month)
      const activities = own.history.activities.get(month) ?? 0
      return days < least || activities === 0 ? [] : [activities / days]
    },
  )
}

function workingDaysOf(own: AdvisorMonth, month: CalendarMonth): number {
  return workingDaysIn(daysOfMonth(month), own).length
}
