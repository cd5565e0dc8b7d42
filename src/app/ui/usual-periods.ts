import { addDays, addMonths, type CalendarDay } from '../../domain/calendar-day.ts'

export interface UsualPeriod {
  label: string
  from: CalendarDay | undefined
  to: CalendarDay | undefined
}

/** The periods that one looks at most, all of them whole: what is planned ahead of today is in them too. */
export function usualPeriods(today: CalendarDay): readonly UsualPeriod[] {
  const month = firstOfMonth(today)
  const year = addMonths(month, 1 - Number(today.slice(5, 7)))
  return [
    { label: 'Tout', from: undefined, to: undefined },
    { label: 'Ce mois-ci', from: month, to: lastOfMonth(month) },
    { label: 'Le mois dernier', from: addMonths(month, -1), to: addDays(month, -1) },
    { label: 'Cette année', from: year, to: addDays(addMonths(year, 12), -1) },
  ]
}

function firstOfMonth(day: CalendarDay): CalendarDay {
  return addDays(day, 1 - Number(day.slice(8)))
}

function lastOfMonth(first: CalendarDay): CalendarDay {
  return addDays(addMonths(first, 1), -1)
}
