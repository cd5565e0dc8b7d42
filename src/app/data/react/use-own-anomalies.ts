import { useLiveQuery } from 'dexie-react-hooks'
import type { OwnScope } from '../../../domain/access/signed-in-person.ts'
import type { CalendarDay } from '../../../domain/calendar-day.ts'
import type { CalendarMonth } from '../../../domain/calendar-month.ts'
import { ownAnomalies, type OwnAnomaly } from '../own-anomalies.ts'
import { useDatabase } from './database-context.ts'

/** What deserves a look in one's own month, kept up to date; undefined until the first reading. */
export function useOwnAnomalies(
  scopes: readonly OwnScope[],
  month: CalendarMonth,
  today: CalendarDay,
): OwnAnomaly[] | undefined {
  const db = useDatabase()
  return useLiveQuery(() => ownAnomalies(db, scopes, { month, today }), [db, scopes, month, today])
}
