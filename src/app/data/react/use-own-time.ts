import { useLiveQuery } from 'dexie-react-hooks'
import type { OwnScope } from '../../../domain/access/signed-in-person.ts'
import type { CalendarDay } from '../../../domain/calendar-day.ts'
import type { WeekOfTime } from '../../../domain/statistics/time-spent.ts'
import { ownTime } from '../own-time.ts'
import { useDatabase } from './database-context.ts'

/** Where one's own time goes, kept up to date; undefined until the first reading. */
export function useOwnTime(scopes: readonly OwnScope[], today: CalendarDay): WeekOfTime[] | undefined {
  const db = useDatabase()
  return useLiveQuery(() => ownTime(db, scopes, today), [db, scopes, today])
}
