import type { SaidAbsence } from '../../domain/absence/absence.ts'
import { absenceIn, byFirstDay, type StoredAbsence } from '../../domain/absence/stored-absence.ts'
import type { DocumentId, ScopeId } from '../../domain/ids.ts'
import type { JsonObject } from '../../domain/json.ts'
import type { CoopDatabase } from './database.ts'
import { newDocumentId } from './new-id.ts'
import { marksHere, type ReportMark } from './report-marks.ts'
import { deleteDocument, restoreDocument, saveDocument, saveDocuments } from './save-document.ts'

/** An absence of one's own, as this device knows it. */
export interface LocalAbsence extends StoredAbsence {
  readonly id: DocumentId
  readonly scope: ScopeId
  readonly mark: ReportMark
}

/** This advisor's absences, what begins first first. */
export async function ownAbsences(db: CoopDatabase): Promise<LocalAbsence[]> {
  const [rows, marks] = await Promise.all([
    db.other.where({ collection: 'absence' }).toArray(),
    marksHere(db),
  ])
  return rows
    .flatMap(({ id, scope, state, body }): LocalAbsence[] => {
      const absence = state === 'live' ? absenceIn(body) : undefined
      return absence ? [{ ...absence, id, scope, mark: marks.get(id) ?? 'sent' }] : []
    })
    .sort(byFirstDay)
}

/** Declares an absence at each of one's structures that are named, all of them or none. Answers the new ones' ids. */
export async function declareAbsence(
  db: CoopDatabase,
  scopes: readonly ScopeId[],
  said: SaidAbsence,
): Promise<DocumentId[]> {
  const body = { ...bodyOf(said), declaredBy: 'advisor' }
  const saves = scopes.map((scope) => ({ scope, collection: 'absence' as const, id: newDocumentId(), body }))
  await saveDocuments(db, saves)
  return saves.map(({ id }) => id)
}

/** Corrects an absence, whoever declared it. What a newer version has in it stays. */
export async function correctAbsence(
  db: CoopDatabase,
  { scope, id }: Pick<LocalAbsence, 'scope' | 'id'>,
  said: SaidAbsence,
): Promise<void> {
  const row = await db.other.get([scope, id])
  if (!row) return
  const { fromNoon: _fromNoon, toNoon: _toNoon, weekdays: _weekdays, ...others } = row.body
  await saveDocument(db, { scope, collection: 'absence', id, body: { ...others, ...bodyOf(said) } })
}

export async function deleteAbsences(db: CoopDatabase, ids: readonly DocumentId[]): Promise<void> {
  for (const id of ids) await deleteDocument(db, { collection: 'absence', id })
}

/** Takes a delete back (undo). */
export function giveBackAbsence(db: CoopDatabase, id: DocumentId): Promise<void> {
  return restoreDocument(db, { collection: 'absence', id })
}

/** Without what isn't so: an absent field is no field. */
function bodyOf({ kind, from, to, fromNoon, toNoon, weekdays }: SaidAbsence): JsonObject {
  return {
    kind,
    from,
    to,
    ...(fromNoon && { fromNoon }),
    ...(toNoon && { toNoon }),
    ...(weekdays && { weekdays: [...weekdays] }),
  }
}
