import { useLiveQuery } from 'dexie-react-hooks'
import { badgeCount } from '../badge-count.ts'
import { useDatabase } from './database-context.ts'
import { useMinute } from './use-minute.ts'
import { useToday } from './use-today.ts'

/** What the app's icon counts, kept up to date; undefined until the first reading. */
export function useBadgeCount(): number | undefined {
  const db = useDatabase()
  const [now, today] = [useMinute(), useToday()]
  return useLiveQuery(() => badgeCount(db, { now, today }), [db, now, today])
}
