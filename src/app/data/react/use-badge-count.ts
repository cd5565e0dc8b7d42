import { useLiveQuery } from 'dexie-react-hooks'
import { useEffect } from 'react'
import { badgeCount, countMore, keepMore } from '../badge-count.ts'
import { rememberError } from '../last-errors.ts'
import { useDatabase } from './database-context.ts'
import { useMinute } from './use-minute.ts'
import { useToday } from './use-today.ts'

/** What the app's icon counts, kept up to date; undefined until the first reading. */
export function useBadgeCount(): number | undefined {
  const db = useDatabase()
  const [now, today] = [useMinute(), useToday()]
  const more = useLiveQuery(() => countMore(db, { now, today }), [db, now, today])
  useEffect(() => {
    if (more !== undefined) keepMore(db, more).catch(rememberError)
  }, [db, more])
  return useLiveQuery(async () => {
    return more === undefined ? undefined : badgeCount(db, { now, today }, more)
  }, [db, now, today, more])
}
