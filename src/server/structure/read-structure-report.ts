import { permittedHistory, type PermittedRevision } from '../../domain/access/permitted-history.ts'
import type { StructureReport } from '../../domain/access/structure-report.ts'
import { CodedError } from '../../domain/errors.ts'
import type { DocumentId } from '../../domain/ids.ts'
import { valueAt, type JsonObject } from '../../domain/json.ts'
import { inseeCodeSchema } from '../../domain/territory/commune.ts'
import { namedPlaces, permittedRevisions } from '../store/permitted-revisions.ts'
import { readingsOfStructureReport } from '../store/readings.ts'
import { structureActivities } from '../store/structure-activities.ts'
import type { Store } from '../store/store.ts'
import { communeNames, type CommuneNames } from '../territory/commune-names.ts'
import type { Acting } from './declare-absence.ts'
import { logReading } from './log-reading.ts'
import { namedActivity } from './read-structure-activities.ts'

/**
 * One report, what became of it, and who read it: this reading is written down before anything is answered. Throws
 * `not-found` for a report that the structure doesn't read, or that was deleted.
 */
export async function readStructureReport(
  store: Store,
  acting: Acting,
  report: DocumentId,
): Promise<StructureReport> {
  const { person, structure } = acting
  const { activities } = await structureActivities(store.db, { person, structure, among: [report], limit: 1 })
  const [found] = activities
  if (!found) throw new CodedError('not-found')
  const names = await communeNames()
  const activity = namedActivity(found, names)
  await logReading(store, acting, 'page', [activity])
  const question = { person, structure, advisor: found.advisorId, report }
  const revisions = await permittedRevisions(store.db, question)
  const places = await namedPlaces(store.db, { ...question, ids: revisions.flatMap(placeIdIn) })
  return {
    activity,
    history: permittedHistory(revisions, (place) => {
      const lieu = places.get(textAt(place, 'lieuId') ?? '')
      return {
        placeKind: textAt(place, 'kind') ?? '',
        placeName: lieu?.name ?? null,
        communeName: nameOf(lieu?.commune ?? textAt(place, 'commune'), names),
      }
    }),
    readings: await readingsOfStructureReport(store.db, question),
  }
}

function placeIdIn({ fields }: PermittedRevision): string[] {
  const place = valueAt(fields, 'place')
  const isPlace = typeof place === 'object' && place !== null && !Array.isArray(place)
  return (isPlace && [textAt(place, 'lieuId')].filter((id) => id !== undefined)) || []
}

function textAt(place: JsonObject, field: string): string | undefined {
  const value = valueAt(place, field)
  return typeof value === 'string' ? value : undefined
}

function nameOf(commune: string | null | undefined, names: CommuneNames): string | null {
  const code = inseeCodeSchema.safeParse(commune)
  return (code.success ? names.get(code.data)?.name : undefined) ?? null
}
