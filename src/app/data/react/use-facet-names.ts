import { useLiveQuery } from 'dexie-react-hooks'
import { facetNamesOf, type FacetNamesHere } from '../facet-names.ts'
import { useDatabase } from './database-context.ts'

/** Names of places, people and communes on this device, by id and code; empty until the first reading. */
export function useFacetNames(): FacetNamesHere {
  const db = useDatabase()
  return useLiveQuery(() => facetNamesOf(db), [db]) ?? nothingYet
}

const nothingYet: FacetNamesHere = { places: new Map(), people: new Map(), communes: new Map() }
