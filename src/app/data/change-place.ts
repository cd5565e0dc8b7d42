import type { DocumentId, ScopeId } from '../../domain/ids.ts'
import type { JsonObject } from '../../domain/json.ts'
import { placeSchema, type Place } from '../../domain/place/place.ts'
import type { CoopDatabase } from './database.ts'
import { newDocumentId } from './new-id.ts'
import { rowById } from './row-by-id.ts'
import { saveDocument, saveDocuments } from './save-document.ts'

/** What a person says of a place on its page. */
export type PlaceWords = Pick<Place, 'name' | 'commune' | 'address' | 'itinerant'>

/**
 * Saves a place, new or known; what else is known of it stays. One that gets another name or commune is another place
 * from then on, and the one before goes off the lists: what was done there was done there, and no report that says so
 * may say something else one day. Throws where it isn't valid.
 */
export async function savePlace(
  db: CoopDatabase,
  { scope, id = newDocumentId(), place }: { scope: ScopeId; id?: DocumentId; place: PlaceWords },
): Promise<DocumentId> {
  const { name, commune, address, itinerant } = placeSchema.parse(place)
  const known = (await db.place.get([scope, id]))?.body
  const { address: _address, itinerant: _itinerant, ...before } = known ?? {}
  const said = { name, commune, ...(address ? { address } : {}), ...(itinerant ? { itinerant } : {}) }
  const body: JsonObject = { ...before, ...said }
  const isAnother = known && (known['name'] !== name || known['commune'] !== commune)
  if (isAnother) return takePlaceOf(db, { scope, id, known, body })
  await saveDocument(db, { scope, collection: 'place', id, body })
  return id
}

interface Replaced {
  scope: ScopeId
  id: DocumentId
  known: JsonObject
  /** Of the place that takes its place. */
  body: JsonObject
}

async function takePlaceOf(
  db: CoopDatabase,
  { scope, id: former, known, body }: Replaced,
): Promise<DocumentId> {
  const id = newDocumentId()
  const earlier = Array.isArray(body['replaces']) ? body['replaces'] : []
  const place = { scope, collection: 'place' as const }
  await saveDocuments(db, [
    { ...place, id, body: { ...body, replaces: [...earlier, former] } },
    { ...place, id: former, body: { ...known, retired: true } },
  ])
  return id
}

/** Takes a place off the lists: reports that name it still do. */
export async function removePlace(db: CoopDatabase, id: DocumentId): Promise<void> {
  const row = await rowById(db, { collection: 'place', id })
  if (row)
    await saveDocument(db, {
      scope: row.scope,
      collection: 'place',
      id,
      body: { ...row.body, retired: true },
    })
}

export async function giveBackPlace(db: CoopDatabase, id: DocumentId): Promise<void> {
  const row = await rowById(db, { collection: 'place', id })
  if (!row) return
  const { retired: _retired, ...body } = row.body
  await saveDocument(db, { scope: row.scope, collection: 'place', id, body })
}
