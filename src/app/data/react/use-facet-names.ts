import { useLiveQuery } from 'dexie-react-hooks'
import type { FacetNames } from '../../../domain/report/search/facet-words.ts'
import { facetNamesOf } from '../facet-names.ts'
import { useDatabase } from './database-context.ts'

/** Names of places, people and communes on this device, by id and code; empty until the first reading. */
export function useFacetNames(): FacetNames {
  const db = useDatabase()
  return useLiveQuery(() => facetNamesOf(db), [db]) ?? nothingYet
}

const nothingYet: FacetNames = { places: new Map(), people: new Map(), communes: new Map() }
