import { useLiveQuery } from 'dexie-react-hooks'
import type { DocumentId } from '../../../domain/ids.ts'
import { followedPerson } from '../beneficiaries.ts'
import { heldOnPerson, type HeldOnPerson } from '../held-on-person.ts'
import { useDatabase } from './database-context.ts'

/** Everything held on a person; undefined until the first reading, null where the device has nobody. */
export function useHeldOnPerson(id: DocumentId): HeldOnPerson | null | undefined {
  const db = useDatabase()
  return useLiveQuery(async () => {
    const local = await followedPerson(db, id)
    return local ? heldOnPerson(db, local) : null
  }, [db, id])
}
