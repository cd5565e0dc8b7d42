import { useLiveQuery } from 'dexie-react-hooks'
import { ownHalfDaysHere, type LocalHalfDay } from '../own-half-days.ts'
import { plannedElsewhereToReport, type PlannedElsewhere } from '../planned-elsewhere.ts'
import { useDatabase } from './database-context.ts'
import { useMinute } from './use-minute.ts'
import { useToday } from './use-today.ts'

/** What others planned that is over without a report, kept up to date; undefined until the first reading. */
export function usePlannedElsewhereToReport(): PlannedElsewhere[] | undefined {
  const db = useDatabase()
  const [now, today] = [useMinute(), useToday()]
  return useLiveQuery(() => plannedElsewhereToReport(db, { now, today }), [db, now, today])
}

/** One's half-days of training as this device knows them, kept up to date; undefined until the first reading. */
export function useOwnHalfDays(): LocalHalfDay[] | undefined {
  const db = useDatabase()
  return useLiveQuery(() => ownHalfDaysHere(db), [db])
}
