import { useState } from 'react'
import type { DocumentId, ScopeId } from '../../../domain/ids.ts'
import type { CoopDatabase } from '../../data/database.ts'
import { addPlace, type LocalPlace } from '../../data/places.ts'
import { usePlaces } from '../../data/react/use-places.ts'
import type { NewPlace } from './AddPlace.tsx'
import type { FormStart } from './form-start.ts'

export interface PlacesToChoose {
  known: readonly LocalPlace[]
  add: (place: NewPlace) => Promise<string>
}

/** The places of a structure, this advisor's usual ones first. */
export function usePlacesToChoose(
  db: CoopDatabase,
  scope: ScopeId | undefined,
  { places, usual }: Pick<FormStart, 'places' | 'usual'>,
): PlacesToChoose {
  // Listed at once: the device's own list tells of it a few milliseconds later.
  const [added, setAdded] = useState<readonly LocalPlace[]>([])
  const read = usePlaces(scope) ?? places
  const unread = added.filter(({ id }) => !read.some((place) => place.id === id))
  const rank = ({ id }: LocalPlace) => rankIn(usual.lieuIds, id)
  return {
    known: [...read, ...unread].sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name, 'fr')),
    add: async (place) => {
      if (!scope) throw new Error('no structure is chosen')
      const id = await addPlace(db, scope, place)
      setAdded((before) => [...before, { id, ...place }])
      return id
    },
  }
}

function rankIn(usual: readonly DocumentId[], id: DocumentId): number {
  const rank = usual.indexOf(id)
  return rank === -1 ? usual.length : rank
}
