import { useLiveQuery } from 'dexie-react-hooks'
import { ownEventsHere, type LocalEvent } from '../own-events.ts'
import { useDatabase } from './database-context.ts'

/** One's events as this device knows them, kept up to date; none where it has never read them, undefined at first. */
export function useOwnEvents(): LocalEvent[] | undefined {
  const db = useDatabase()
  return useLiveQuery(async () => (await ownEventsHere(db)) ?? [], [db])
}
