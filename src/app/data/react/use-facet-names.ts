import { useLiveQuery } from 'dexie-react-hooks'
import { useMemo } from 'react'
import type { FacetNames } from '../../../domain/report/search/facet-words.ts'
import { facetNamesOf } from '../facet-names.ts'
import { useDatabase } from './database-context.ts'
import { useSession } from './use-session.ts'

/**
 * Names of places, people, communes and structures on this device, by id and code; empty until the first reading.
 *
 * @param isNeeded false as long as nothing needs one: they are those of thousands of people, and of all communes
 */
export function useFacetNames(isNeeded = true): FacetNames {
  const db = useDatabase()
  const { person } = useSession()
  const names = useLiveQuery(() => (isNeeded ? facetNamesOf(db) : undefined), [db, isNeeded]) ?? nothingYet
  return useMemo(() => {
    const own = person?.scopes.map(({ scope, structureName }) => [scope, structureName] as const)
    return { ...names, structures: new Map<string, string>(own) }
  }, [names, person])
}

const nothingYet: FacetNames = { places: new Map(), people: new Map(), communes: new Map() }
