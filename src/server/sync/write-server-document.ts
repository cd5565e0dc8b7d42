import type { DocumentId, PersonId, ScopeId } from '../../domain/ids.ts'
import { sameJson, type JsonObject } from '../../domain/json.ts'
import { collections, rulesOf } from '../../domain/sync/collections.ts'
import { validateBody } from '../../domain/sync/validate-body.ts'
import { schemaVersion } from '../../domain/sync/limits.ts'
import type { CollectionName } from '../../domain/sync/op.ts'
import type { StoredDocument } from '../../domain/sync/stored-document.ts'
import type { DocumentRow } from '../store/scope-state.ts'
import { lockScope } from '../store/sync-lock.ts'
import { writeScopeChanges } from '../store/sync-scope-changes.ts'
import { readScopeState } from '../store/sync-scope-state.ts'
import type { Db } from '../store/tables.ts'
import { serverChanges } from './server-changes.ts'

/** A document that a use case of the server puts into an author's scope. */
export interface ServerDocument {
  readonly collection: CollectionName
  readonly id: DocumentId
  readonly body: JsonObject
  /** Whom the history names: the author of demonstration data, or who acted. */
  readonly by: PersonId
  /** When, ISO 8601 in UTC. */
  readonly at: string
  /** One that is there already is left as it stands, whatever it says by now: what is asked twice is done once. */
  readonly onlyNew?: true
  /** One that its author deleted comes back as this. */
  readonly revives?: true
}

/** Writes one document into a scope by the same counter, revisions, history and digest as a push (sync.md 3.1). */
export async function writeServerDocument(
  tx: Db,
  { scope, ...document }: ServerDocument & { readonly scope: ScopeId },
): Promise<void> {
  await writeServerDocuments(tx, scope, [document])
}

/** How many documents one statement writes. */
const batch = 1000

/**
 * The same for any number of documents of one scope, each id once. One that is already there with the same body is
 * left alone, so that a file can be loaded twice; one that its author deleted doesn't come back unless said, and one that
 * was erased never does. Answers
 * how many were written. Throws on a body that its schema refuses: the caller's bug.
 */
export async function writeServerDocuments(
  tx: Db,
  scope: ScopeId,
  documents: readonly ServerDocument[],
): Promise<number> {
  let written = 0
  for (let start = 0; start < documents.length; start += batch) {
    written += await writeBatch(tx, scope, documents.slice(start, start + batch))
  }
  return written
}

async function writeBatch(tx: Db, scope: ScopeId, documents: readonly ServerDocument[]): Promise<number> {
  const [first] = documents
  const lock = await lockScope(tx, scope, documents.length)
  if (!lock || !first) throw new Error(`There is no scope ${scope}`)
  const ids = documents.map(({ id }) => id)
  const state = await readScopeState(tx, scope, { person: first.by, ops: [], documents: ids, again: [] })
  const current = new Map(state.documents.map((document) => [document.id, document]))
  const wanted = documents.filter((document) => isNews(document, current.get(document.id)))
  const firstSeq = lock.seq - documents.length + 1
  const rows = wanted.map((document, index) =>
    nextRow(document, current.get(document.id), { scope, seq: firstSeq + index }),
  )
  const by = { person: first.by, at: first.at }
  await writeScopeChanges(tx, lock, serverChanges(rows, current, lock, documents.length), by)
  return wanted.length
}

function isNews(document: ServerDocument, current: StoredDocument | undefined): boolean {
  const { collection, id, body, onlyNew, revives } = document
  const validity = validateBody(collection, body)
  if (!validity.valid) throw new Error(`The ${collection} ${id} has a wrong ${validity.field}`)
  if (!current) return true
  if (revives && current.state === 'deleted') return true
  return !onlyNew && current.state === 'live' && !sameJson(current.body, body)
}

/** Deletes a document of a scope, as its author would; one that isn't there any more is left alone. */
export async function deleteServerDocument(
  tx: Db,
  { scope, id, by, at }: { scope: ScopeId; id: DocumentId; by: PersonId; at: string },
): Promise<void> {
  const lock = await lockScope(tx, scope, 1)
  if (!lock) throw new Error(`There is no scope ${scope}`)
  const state = await readScopeState(tx, scope, { person: by, ops: [], documents: [id], again: [] })
  const rows = state.documents
    .filter((document) => document.state === 'live')
    .map((document) => tombstoneOf(document, { seq: lock.seq, by, at }))
  const current = new Map(state.documents.map((document) => [document.id, document]))
  await writeScopeChanges(tx, lock, serverChanges(rows, current, lock, 1), { person: by, at })
}

function tombstoneOf(
  document: StoredDocument,
  { seq, by, at }: Pick<ServerDocument, 'by' | 'at'> & { seq: number },
): DocumentRow {
  const { rev, collection, body } = document
  const day = rulesOf(collection)?.dayOf(body)
  return { ...document, seq, rev: rev + 1, state: 'deleted', day, editedAt: at, editedBy: by, at }
}

function nextRow(
  { collection, id, body, by, at }: ServerDocument,
  current: StoredDocument | undefined,
  place: { scope: ScopeId; seq: number },
): DocumentRow {
  return {
    ...place,
    collection,
    id,
    rev: (current?.rev ?? 0) + 1,
    state: 'live',
    schema: schemaVersion,
    body,
    day: collections[collection].dayOf(body),
    editedAt: at,
    editedBy: by,
    at,
  }
}
