import type { DocumentId, ScopeId } from '../../../domain/ids.ts'
import type { CoopDatabase } from '../../data/database.ts'
import { addPlace, type LocalPlace } from '../../data/places.ts'
import { usePlaces } from '../../data/react/use-places.ts'
import type { NewPlace } from './AddPlace.tsx'

export interface PlacesToChoose {
  known: readonly LocalPlace[]
  add: (place: NewPlace) => Promise<string>
}

/** The places of a structure, this advisor's usual ones first. */
export function usePlacesToChoose(
  db: CoopDatabase,
  scope: ScopeId | undefined,
  usual: readonly DocumentId[],
): PlacesToChoose {
  const places = usePlaces(scope) ?? []
  const rank = ({ id }: LocalPlace) => (usual.includes(id) ? usual.indexOf(id) : usual.length)
  return {
    known: [...places].sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name, 'fr')),
    add: (place) =>
      scope ? addPlace(db, scope, place) : Promise.reject(new Error('no structure is chosen')),
  }
}
