import { useLiveQuery } from 'dexie-react-hooks'
import type { CalendarDay } from '../../../domain/calendar-day.ts'
import { ownSilences, type OwnSilence } from '../own-silences.ts'
import { useDatabase } from './database-context.ts'

/** Silences of one's own that one is reminded of, kept up to date; undefined until the first reading. */
export function useOwnSilences(today: CalendarDay): OwnSilence[] | undefined {
  const db = useDatabase()
  return useLiveQuery(() => ownSilences(db, today), [db, today])
}
