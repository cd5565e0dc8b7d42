import type { PermittedActivityPage } from '../../domain/access/permitted-activity.ts'
import type { StructureId } from '../../domain/ids.ts'
import type { CoopDatabase } from './database.ts'

export type StructureActivitiesOutcome =
  { ok: true; page: PermittedActivityPage } | { ok: false; reason: ReadRefusal }

export type ReadRefusal = 'offline' | 'unauthenticated' | 'forbidden' | 'wait'

/** A page of a structure's activities, from the server. */
export async function fetchStructureActivities(
  _structureId: StructureId,
  _cursor?: string,
): Promise<StructureActivitiesOutcome> {
  throw new Error('fetchStructureActivities is not built yet')
}

/** The last view, for reading without network. */
export interface KeptActivities {
  structureId: StructureId
  page: PermittedActivityPage
  /** When it was read, by the device's clock, in ms. */
  readAt: number
}

/** Keeps a view in the person's own database, so that signing out takes it away. */
export async function keepStructureActivities(_db: CoopDatabase, _view: KeptActivities): Promise<void> {
  throw new Error('keepStructureActivities is not built yet')
}

export async function readKeptActivities(
  _db: CoopDatabase,
  _structureId: StructureId,
): Promise<KeptActivities | undefined> {
  throw new Error('readKeptActivities is not built yet')
}
