import { useMemo } from 'react'
import { useLocation, useSearch } from 'wouter'
import {
  addToMonth,
  calendarMonthSchema,
  monthOfDay,
  type CalendarMonth,
} from '../../../domain/calendar-month.ts'
import { useToday } from '../../data/react/use-today.ts'

export interface ChosenMonth {
  month: CalendarMonth
  /** The last thirteen, this one first: what is older is forgotten. */
  months: readonly CalendarMonth[]
  choose: (month: CalendarMonth) => void
}

/** The month that the address says, this one unless it says another. */
export function useMonthInAddress(): ChosenMonth {
  const [path, navigate] = useLocation()
  const asked = calendarMonthSchema.safeParse(new URLSearchParams(useSearch()).get('mois')).data
  const latest = monthOfDay(useToday())
  const months = useMemo(() => Array.from({ length: 13 }, (_, index) => addToMonth(latest, -index)), [latest])
  return {
    month: asked !== undefined && months.includes(asked) ? asked : latest,
    months,
    choose: (month) => navigate(`${path}?mois=${month}`, { replace: true }),
  }
}
