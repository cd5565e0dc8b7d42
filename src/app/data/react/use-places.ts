import { useLiveQuery } from 'dexie-react-hooks'
import type { ScopeId } from '../../../domain/ids.ts'
import { placesOfScope, type LocalPlace } from '../places.ts'
import { useDatabase } from './database-context.ts'

/** The places of activity of a scope, kept up to date; undefined until the first reading. */
export function usePlaces(scope: ScopeId | undefined): LocalPlace[] | undefined {
  const db = useDatabase()
  return useLiveQuery(() => (scope ? placesOfScope(db, scope) : []), [db, scope])
}
