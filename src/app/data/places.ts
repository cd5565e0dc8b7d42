import type { DocumentId, ScopeId } from '../../domain/ids.ts'
import { placeSchema, type Place } from '../../domain/place/place.ts'
import type { InseeCode } from '../../domain/territory/commune.ts'
import type { CoopDatabase } from './database.ts'
import { newDocumentId } from './new-id.ts'
import { deleteDocument, restoreDocument, saveDocument } from './save-document.ts'

export interface LocalPlace {
  id: DocumentId
  name: string
  commune: InseeCode
  address?: string | undefined
  itinerant?: boolean | undefined
}

/** The places of activity of a scope, by name. */
export async function placesOfScope(db: CoopDatabase, scope: ScopeId): Promise<LocalPlace[]> {
  const rows = await db.place
    .where('[scope+state+order]')
    .between([scope, 'live', ''], [scope, 'live', '\uffff'], true, true)
    .toArray()
  return rows.flatMap(({ id, body }) => {
    const place = placeSchema.safeParse(body)
    if (!place.success) return []
    const { name, commune, address, itinerant } = place.data
    return [{ id, name, commune, address, itinerant }]
  })
}

/** What a person says of a place on its page. */
export type PlaceWords = Pick<Place, 'name' | 'commune' | 'address' | 'itinerant'>

/** Saves a place, new or known; what else is known of it stays. Throws where it isn't valid. */
export async function savePlace(
  db: CoopDatabase,
  { scope, id = newDocumentId(), place }: { scope: ScopeId; id?: DocumentId; place: PlaceWords },
): Promise<DocumentId> {
  const { name, commune, address, itinerant } = placeSchema.parse(place)
  const {
    address: _address,
    itinerant: _itinerant,
    ...before
  } = (await db.place.get([scope, id]))?.body ?? {}
  const said = { name, commune, ...(address ? { address } : {}), ...(itinerant ? { itinerant } : {}) }
  await saveDocument(db, { scope, collection: 'place', id, body: { ...before, ...said } })
  return id
}

/** Takes a place off the lists: reports that name it still do. */
export function removePlace(db: CoopDatabase, id: DocumentId): Promise<void> {
  return deleteDocument(db, { collection: 'place', id })
}

export function giveBackPlace(db: CoopDatabase, id: DocumentId): Promise<void> {
  return restoreDocument(db, { collection: 'place', id })
}

/** Adds a place by its name and commune; throws where either is not valid. */
export async function addPlace(
  db: CoopDatabase,
  scope: ScopeId,
  place: { name: string; commune: string },
): Promise<DocumentId> {
  const { name, commune } = placeSchema.parse({ name: place.name, commune: place.commune })
  const id = newDocumentId()
  await saveDocument(db, { scope, collection: 'place', id, body: { name, commune } })
  return id
}

/** Names of all places of the device by id, deleted ones too: old reports still say where they took place. */
export async function placeNames(db: CoopDatabase): Promise<ReadonlyMap<string, string>> {
  const rows = await db.place.toArray()
  return new Map(rows.flatMap(({ id, order }) => (order === '' ? [] : [[id, order] as const])))
}
