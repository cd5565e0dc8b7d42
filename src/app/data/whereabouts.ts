import type { Whereabouts } from '../../domain/report/search/whereabouts.ts'
import type { CoopDatabase } from './database.ts'
import { sessionStore } from './session-store.ts'

/** Where the places of this device are, deleted ones too, and the structures of whom the app is open for. */
export async function whereaboutsOf(db: CoopDatabase): Promise<Whereabouts> {
  const places = await db.place.toArray()
  const scopes = sessionStore.current().person?.scopes ?? []
  return {
    communeOfPlace: new Map(
      places.flatMap(({ id, body }) =>
        typeof body['commune'] === 'string' ? [[id, body['commune']] as const] : [],
      ),
    ),
    communeOfScope: new Map(
      scopes.flatMap(({ scope, structureCommune }) =>
        structureCommune === null ? [] : [[scope, structureCommune] as const],
      ),
    ),
  }
}
