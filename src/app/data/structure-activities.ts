import * as z from 'zod/mini'
import {
  permittedActivityPageSchema,
  type PermittedActivityPage,
} from '../../domain/access/permitted-activity.ts'
import { structureIdSchema, type StructureId } from '../../domain/ids.ts'
import type { CoopDatabase } from './database.ts'
import { ask, browserFetch, type Fetch } from './http-client.ts'
import { structureViewKey } from './structure-views.ts'
import { readRefusalOf, type ReadRefusal } from './read-refusal.ts'

export type StructureActivitiesOutcome =
  { ok: true; page: PermittedActivityPage } | { ok: false; reason: ReadRefusal }

/** A page of a structure's activities, from the server; `cursor` is the `next` of the page before. */
export async function fetchStructureActivities(
  structureId: StructureId,
  cursor?: string,
  fetch: Fetch = browserFetch,
): Promise<StructureActivitiesOutcome> {
  const query = cursor === undefined ? '' : `?${new URLSearchParams({ cursor }).toString()}`
  const answer = await ask(fetch, {
    method: 'GET',
    path: `/api/structures/${structureId}/activities${query}`,
  })
  const page = permittedActivityPageSchema.safeParse(answer?.json)
  if (answer?.status === 200 && page.success) return { ok: true, page: page.data }
  return { ok: false, reason: readRefusalOf(answer) }
}

/** The last view, for reading without network. */
export interface KeptActivities {
  structureId: StructureId
  page: PermittedActivityPage
  /** When it was read, by the device's clock, in ms. */
  readAt: number
}

/** Keeps a view in the person's own database, so that signing out takes it away. */
export async function keepStructureActivities(db: CoopDatabase, view: KeptActivities): Promise<void> {
  await db.meta.put({ k: structureViewKey('activities', view.structureId), value: view })
}

export async function readKeptActivities(
  db: CoopDatabase,
  structureId: StructureId,
): Promise<KeptActivities | undefined> {
  const row = await db.meta.get(structureViewKey('activities', structureId))
  // A view of another build's shape is no view: it is read again at the next contact.
  return keptActivitiesSchema.safeParse(row?.value).data
}

const keptActivitiesSchema = z.object({
  structureId: structureIdSchema,
  page: permittedActivityPageSchema,
  readAt: z.number(),
})
