import type { DocumentId, ScopeId } from '../../domain/ids.ts'
import { placeSchema } from '../../domain/place/place.ts'
import type { InseeCode } from '../../domain/territory/commune.ts'
import type { CoopDatabase } from './database.ts'
import { newDocumentId } from './new-id.ts'
import { saveDocument } from './save-document.ts'

export interface LocalPlace {
  id: DocumentId
  name: string
  commune: InseeCode
  address?: string | undefined
  itinerant?: boolean | undefined
  /** Those that it took the place of, as it was named or where it was before. */
  replaces?: readonly string[] | undefined
}

/** The places of activity of a scope, by name; those that were taken off the lists are left out. */
export async function placesOfScope(db: CoopDatabase, scope: ScopeId): Promise<LocalPlace[]> {
  const rows = await db.place
    .where('[scope+state+order]')
    .between([scope, 'live', ''], [scope, 'live', '\uffff'], true, true)
    .toArray()
  return rows.flatMap(({ id, body }) => {
    const place = placeSchema.safeParse(body)
    if (!place.success || place.data.retired) return []
    const { name, commune, address, itinerant, replaces } = place.data
    return [{ id, name, commune, address, itinerant, replaces }]
  })
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
