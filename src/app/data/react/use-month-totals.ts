import { useLiveQuery } from 'dexie-react-hooks'
import type { CalendarDay } from '../../../domain/calendar-day.ts'
import { reportOfMonth } from '../reports.ts'
import { useDatabase } from './database-context.ts'

/** Accompaniments and minutes of the month of a day, by this device's reports; undefined until the first reading. */
export function useMonthTotals(day: CalendarDay): { accompaniments: number; minutes: number } | undefined {
  const db = useDatabase()
  const month = day.slice(0, 7)
  return useLiveQuery(() => reportOfMonth(db, month), [db, month])
}
