import { useLiveQuery } from 'dexie-react-hooks'
import { recentTags, usedTags, type UsedTag } from '../tags.ts'
import { useDatabase } from './database-context.ts'

/** Every tag of this device's reports, kept up to date; undefined until the first reading. */
export function useUsedTags(): UsedTag[] | undefined {
  const db = useDatabase()
  return useLiveQuery(() => usedTags(db), [db])
}

/** Tags of the newest reports: those that are offered; undefined until the first reading. */
export function useRecentTags(): UsedTag[] | undefined {
  const db = useDatabase()
  return useLiveQuery(() => recentTags(db), [db])
}
