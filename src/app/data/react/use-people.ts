import { useLiveQuery } from 'dexie-react-hooks'
import type { DocumentId } from '../../../domain/ids.ts'
import { followedPeople, followedPerson, lastSeenPeople, reportsOfPerson } from '../beneficiaries.ts'
import type { LocalPerson } from '../people-of-rows.ts'
import type { LocalReport } from '../reports.ts'
import { useDatabase } from './database-context.ts'

/** Everybody whom the advisor follows, by name; undefined until the first reading. */
export function usePeople(): LocalPerson[] | undefined {
  const db = useDatabase()
  return useLiveQuery(() => followedPeople(db), [db])
}

/** One person; undefined until the first reading, null where the device has none. */
export function usePerson(id: DocumentId): LocalPerson | null | undefined {
  const db = useDatabase()
  return useLiveQuery(async () => (await followedPerson(db, id)) ?? null, [db, id])
}

/** Reports that name a person, the newest first; undefined until the first reading. */
export function useReportsOfPerson(local: LocalPerson | null | undefined): LocalReport[] | undefined {
  const db = useDatabase()
  const ids = local?.pages.map(({ id }) => id).join()
  return useLiveQuery(() => (local ? reportsOfPerson(db, local) : undefined), [db, ids])
}

/** Ids of those seen last, the last first; empty until the first reading. */
export function useLastSeenPeople(): readonly string[] {
  const db = useDatabase()
  return useLiveQuery(() => lastSeenPeople(db), [db]) ?? []
}
