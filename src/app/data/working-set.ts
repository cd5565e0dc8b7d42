import type { DocumentId, ScopeId } from '../../domain/ids.ts'
import { viewOfDevice, type DeviceDocument, type QueuedOp } from '../../domain/sync/device-document.ts'
import { addToDigest, documentHash, removeFromDigest } from '../../domain/sync/digest.ts'
import { outboxChange } from '../../domain/sync/outbox-change.ts'
import type { PendingOp } from '../../domain/sync/pending-op.ts'
import { tableOf, type CoopDatabase, type DocumentKey } from './database.ts'
import { monthOf, orderOf, peopleOf, type LocalDocument } from './local-document.ts'
import { rowsOf } from './rows-of.ts'
import { newCursor } from './scope-cursor.ts'

export interface DocumentName {
  readonly collection: string
  readonly scope: ScopeId
  readonly id: DocumentId
}

interface Entry {
  readonly row: LocalDocument | undefined
  readonly before: DeviceDocument
  after: DeviceDocument
  queued: readonly QueuedOp[]
}

/**
 * Documents read together, changed by pure rules, and written together: one bulk read and one bulk write for a page,
 * inside the transaction of whoever uses it. Rows, outbox and the scope's running sum can't part, since `flush` writes
 * them from the same values.
 */
export class WorkingSet {
  readonly #db: CoopDatabase
  readonly #entries = new Map<string, Entry>()

  private constructor(db: CoopDatabase) {
    this.#db = db
  }

  static async load(db: CoopDatabase, names: readonly DocumentName[]): Promise<WorkingSet> {
    const set = new WorkingSet(db)
    const unique = [...new Map(names.map((name) => [keyOf(name), name])).values()]
    const rows = await readRows(db, unique)
    const ops = await readOps(
      db,
      unique.filter((name) => rows.get(keyOf(name))?.pending === 1),
    )
    for (const name of unique) {
      const row = rows.get(keyOf(name))
      const before = toDevice(name, row, ops.get(opsKeyOf(name)) ?? [])
      set.#entries.set(keyOf(name), { row, before, after: before, queued: before.ops })
    }
    return set
  }

  /** A document that was loaded; one that the device doesn't know is there too, empty. */
  get(name: DocumentName): DeviceDocument {
    return this.#entry(name).after
  }

  /** Whether the device had it when it was loaded. */
  has(name: DocumentName): boolean {
    return this.#entry(name).row !== undefined
  }

  /** Changes a document; `queued` where an op is new and has no number yet. */
  set(document: DeviceDocument, queued: readonly QueuedOp[] = document.ops): void {
    const entry = this.#entry(document)
    entry.after = document
    entry.queued = queued
  }

  /** Writes what changed, in the transaction that is open. */
  async flush(): Promise<void> {
    const changed = [...this.#entries.values()].filter(
      ({ before, after, queued }) => after !== before || queued !== before.ops,
    )
    if (changed.length === 0) return
    const written = changed.map((entry) => ({ ...entry, next: toRow(entry) }))
    // Each is of tables of its own: they need not wait for one another.
    await Promise.all([
      writeRows(this.#db, written),
      writeOutbox(this.#db, changed),
      moveSums(this.#db, written),
      forgetConflicts(this.#db, written),
      forgetMonths(this.#db, written),
    ])
  }

  #entry(name: DocumentName): Entry {
    const entry = this.#entries.get(keyOf(name))
    if (!entry) throw new Error('a document is used that was not loaded')
    return entry
  }
}

type Written = Entry & { readonly next: LocalDocument | undefined }

function keyOf({ collection, scope, id }: DocumentName): string {
  return `${collection} ${scope} ${id}`
}

function opsKeyOf({ scope, id }: DocumentName): string {
  return `${scope} ${id}`
}

function byCollection<T extends DocumentName>(names: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const name of names) groups.set(name.collection, [...(groups.get(name.collection) ?? []), name])
  return groups
}

async function readRows(
  db: CoopDatabase,
  names: readonly DocumentName[],
): Promise<Map<string, LocalDocument | undefined>> {
  const found = new Map<string, LocalDocument | undefined>()
  for (const [collection, group] of byCollection(names)) {
    const rows = await rowsOf(tableOf(db, collection), group)
    for (const [index, name] of group.entries()) found.set(keyOf(name), rows[index])
  }
  return found
}

async function readOps(db: CoopDatabase, names: readonly DocumentName[]): Promise<Map<string, PendingOp[]>> {
  const byDocument = new Map<string, PendingOp[]>()
  if (names.length === 0) return byDocument
  const pairs = names.map(({ scope, id }) => [scope, id])
  const ops = await db.outbox.where('[scope+id]').anyOf(pairs).toArray()
  for (const op of ops.sort((a, b) => a.n - b.n)) {
    const group = byDocument.get(opsKeyOf(op))
    if (group) group.push(op)
    else byDocument.set(opsKeyOf(op), [op])
  }
  return byDocument
}

/** Without ops, what is shown is what the server told. A row that neither has is a delete that nobody heard of. */
function toDevice(
  { collection, scope, id }: DocumentName,
  row: LocalDocument | undefined,
  ops: readonly PendingOp[],
): DeviceDocument {
  const base = row && (row.pending === 1 ? row.base : row.server ? row.body : undefined)
  return { collection, scope, id, server: row?.server ?? null, base: base ?? {}, ops }
}

function toRow({ row, after, queued }: Entry): LocalDocument | undefined {
  const { collection, scope, id, server, base } = after
  if (server === null && queued.length === 0) return undefined
  const view = viewOfDevice(after, queued)
  const people = peopleOf(collection, view.body)
  return {
    id,
    scope,
    collection,
    state: view.state,
    body: view.body,
    order: orderOf(collection, view.body),
    ...(people.length > 0 ? { people } : {}),
    pending: queued.length > 0 ? 1 : 0,
    ...(queued.length > 0 ? { base } : {}),
    server: server && { ...server, h: hashOf(id, server, row) },
  }
}

/** The hash that the row has already, where nothing that it is made from changed. */
function hashOf(
  id: DocumentId,
  { rev, state }: NonNullable<DeviceDocument['server']>,
  row?: LocalDocument,
): string {
  const known = row?.server
  if (known && known.rev === rev && known.state === state) return known.h
  return documentHash(id, rev, state).toString()
}

async function writeRows(db: CoopDatabase, written: readonly Written[]): Promise<void> {
  for (const [collection, group] of byCollection(written.map((entry) => ({ ...entry.after, entry })))) {
    const table = tableOf(db, collection)
    const [added, changed] = [group.filter(({ entry }) => !entry.row), group.filter(({ entry }) => entry.row)]
    const nextOf = (entries: typeof group) => entries.flatMap(({ entry }) => entry.next ?? [])
    // A put makes the library read what it replaces: what is known to be new is added.
    if (added.length > 0) await table.bulkAdd(nextOf(added))
    if (changed.length > 0) await table.bulkPut(nextOf(changed))
    const gone = group.filter(({ entry }) => entry.row && !entry.next)
    if (gone.length > 0) await table.bulkDelete(gone.map(({ scope, id }): DocumentKey => [scope, id]))
  }
}

async function writeOutbox(db: CoopDatabase, changed: readonly Entry[]): Promise<void> {
  const changes = changed.map(({ before, queued }) => outboxChange(before.ops, queued))
  const [remove, put, add] = [
    changes.flatMap((change) => change.remove),
    changes.flatMap((change) => change.put),
    changes.flatMap((change) => change.add),
  ]
  if (remove.length > 0) await db.outbox.bulkDelete(remove)
  if (put.length > 0) await db.outbox.bulkPut(put)
  if (add.length > 0) await db.outbox.bulkAdd(add)
}

/** The running sum of each scope follows the rows, in the same transaction (sync.md 3.6). */
async function moveSums(db: CoopDatabase, written: readonly Written[]): Promise<void> {
  const deltas = new Map<ScopeId, bigint>()
  for (const { row, next, after } of written) {
    const [was, is] = [row?.server?.h ?? '0', next?.server?.h ?? '0']
    if (was === is && (row?.server != null) === (next?.server != null)) continue
    const delta = deltas.get(after.scope) ?? 0n
    deltas.set(after.scope, addToDigest(removeFromDigest(delta, BigInt(was)), BigInt(is)))
  }
  for (const [scope, delta] of deltas) {
    const cursor = (await db.cursor.get(scope)) ?? newCursor(scope)
    await db.cursor.put({ ...cursor, sum: addToDigest(BigInt(cursor.sum), delta).toString() })
  }
}

/** Conflicts go with their document, and with its deletion. */
async function forgetConflicts(db: CoopDatabase, written: readonly Written[]): Promise<void> {
  const over = written.filter(
    ({ row, next }) => row && (!next || (next.state !== 'live' && next.pending === 0)),
  )
  if (over.length === 0) return
  await db.conflict
    .where('[scope+docId]')
    .anyOf(over.map(({ after }) => [after.scope, after.id]))
    .delete()
}

/** Facts of the months that a report was or is in are made anew when they are next asked for. */
async function forgetMonths(db: CoopDatabase, written: readonly Written[]): Promise<void> {
  const reports = written.filter(({ after }) => after.collection === 'report')
  const months = new Set(
    reports.flatMap(({ row, next }) => [row, next].flatMap((one) => (one ? monthOf(one.order) : []))),
  )
  if (months.size > 0) await db.fact.bulkDelete([...months])
}
