import type { JsonObject } from '../../../src/domain/json.ts'
import { sameJson, valueAt } from '../../../src/domain/json.ts'
import { holesOf, wrongDigestsOf, type StoredTables } from '../stored-tables.ts'
import type { AcknowledgedOp, Ledger } from './ledger.ts'

/** What stands after a restore of all that was acknowledged before it. */
export interface CameBack {
  /** Accepted before the server was lost, by all devices together. */
  readonly acknowledged: number
  /** Of these, what the backup didn't have. */
  readonly lost: readonly AcknowledgedOp[]
  /** Of the lost ones, how many were decided again. */
  readonly sentAgain: number
  /** Lost, nowhere on the server, and their device is there to have sent them: must be none (I23). */
  readonly missing: readonly AcknowledgedOp[]
  /** Lost with the device that had sent them. */
  readonly gone: readonly AcknowledgedOp[]
  /** Documents of which nothing is gone, and that don't stand as they were last acknowledged: must be none. */
  readonly otherwise: readonly string[]
  /** Ops with two rows of history: must be 0 (I3). */
  readonly twice: number
  /** Documents that nobody had filed: must be 0. */
  readonly strangers: number
  readonly holes: number
  readonly wrongDigests: number
  /** Open conflicts of what nobody had changed at the same time: each asks its person a question for nothing. */
  readonly newConflicts: number
}

export interface Lived {
  readonly before: Ledger
  /** What devices sent after the restore, the same ops included. */
  readonly after: Ledger
  /** Ids of ops that the backup had. */
  readonly inBackup: ReadonlySet<string>
  /** Names of devices that are gone. */
  readonly gone: ReadonlySet<string>
  readonly erasedIds: ReadonlySet<string>
}

export function whatCameBack(tables: StoredTables, lived: Lived): CameBack {
  const { before, after, inBackup, gone, erasedIds } = lived
  const all = [...before.acknowledged.values()]
  const server = lookup(tables)
  const lost = all.filter(({ op }) => !inBackup.has(op.opId))
  const absent = lost.filter((one) => !isThere(one, server, erasedIds))
  // One of a device that is gone may have its values here by another's hand, and yet have brought a deleted report back.
  const undecided = lost.filter((one) => absent.includes(one) || isUndecided(one, server, gone))
  const known = new Set([...all, ...after.acknowledged.values()].map(({ op }): string => op.id))
  const written = tables.history.flatMap(({ op_id }) => op_id ?? [])
  return {
    acknowledged: all.length,
    lost,
    sentAgain: lost.filter(({ op }) => server.decided.has(op.opId)).length,
    missing: absent.filter(({ device }) => !gone.has(device)),
    gone: absent.filter(({ device }) => gone.has(device)),
    otherwise: standingOtherwise(server, lived, new Set(undecided.map(({ op }): string => op.id))),
    twice: written.length - new Set(written).size,
    strangers: tables.documents.filter(({ id }) => !known.has(id)).length,
    holes: holesOf(tables),
    wrongDigests: wrongDigestsOf(tables),
    newConflicts: tables.conflicts.filter(
      ({ status, op_id }) =>
        status === 'open' && before.acknowledged.get(op_id as never)?.wasConflict === false,
    ).length,
  }
}

function isUndecided(
  { device, op }: AcknowledgedOp,
  { decided }: Lookup,
  gone: ReadonlySet<string>,
): boolean {
  return gone.has(device) && !decided.has(op.opId)
}

interface Lookup {
  readonly documents: ReadonlyMap<string, { readonly state: string; readonly body: JsonObject }>
  /** Every value that is kept of a document: its own, those of its history, and those that lost. */
  readonly values: ReadonlyMap<string, readonly JsonObject[]>
  readonly decided: ReadonlySet<string>
  /** Documents of which two versions are kept for their author to choose from. */
  readonly contested: ReadonlySet<string | null>
}

function lookup({ documents, history, conflicts, decisions }: StoredTables): Lookup {
  const values = new Map<string, JsonObject[]>()
  // Columns that hold the JSON of fields by their names.
  const keep = (id: string | null, fields: unknown) =>
    values.set(id ?? '', [...(values.get(id ?? '') ?? []), (fields ?? {}) as JsonObject])
  for (const { id, body } of documents) keep(id, body)
  for (const { id, set_fields } of history) keep(id, set_fields)
  for (const { id, lost } of conflicts) keep(id, lost)
  return {
    documents: new Map(documents.map(({ id, state, body }) => [id, { state, body: body as JsonObject }])),
    values,
    decided: new Set(decisions.map(({ op_id }) => op_id)),
    contested: new Set(conflicts.filter(({ status }) => status === 'open').map(({ id }) => id)),
  }
}

/** Whether an op's whole effect is on the server: each value somewhere, a delete decided, an erasure done. */
function isThere({ op }: AcknowledgedOp, server: Lookup, erasedIds: ReadonlySet<string>): boolean {
  const document = server.documents.get(op.id)
  if (erasedIds.has(op.id)) return document?.state === 'erased'
  if (op.kind === 'delete') return server.decided.has(op.opId)
  const kept = server.values.get(op.id) ?? []
  return Object.entries(op.set).every(
    ([field, value]) => value === null || kept.some((fields) => sameJson(valueAt(fields, field), value)),
  )
}

/** Documents that nobody has changed since, and of which every op is there: they are to stand as they did. */
function standingOtherwise(server: Lookup, lived: Lived, absent: ReadonlySet<string>): string[] {
  const { before, after, erasedIds } = lived
  const changed = new Set<string>()
  for (const [opId, { op }] of after.acknowledged) if (!before.acknowledged.has(opId)) changed.add(op.id)
  const last = new Map<string, AcknowledgedOp>()
  for (const one of before.acknowledged.values())
    if ((one.doc?.seq ?? 0) >= (last.get(one.op.id)?.doc?.seq ?? 0)) last.set(one.op.id, one)
  return [...last].flatMap(([id, { doc }]) => {
    if (changed.has(id) || absent.has(id) || erasedIds.has(id) || !doc) return []
    const stands = server.documents.get(id)
    if (doc.state === 'deleted' && stands === undefined) return []
    if (stands?.state !== doc.state) return [`${id} was ${doc.state} and is ${stands?.state ?? 'nowhere'}`]
    // Both versions are shown then, and the person chooses.
    if (server.contested.has(id)) return []
    if (doc.state === 'live' && !sameJson(stands.body, doc.body ?? {})) return [`${id} has other values`]
    return []
  })
}
