import type { OpId, ScopeId } from '../../domain/ids.ts'
import { identifiesPeople } from '../../domain/sync/closed-scope.ts'
import { sentLogDays } from '../../domain/sync/limits.ts'
import type { PendingOp } from '../../domain/sync/pending-op.ts'
import { withServerDocument } from '../../domain/sync/device-document.ts'
import { hold, settleResult } from '../../domain/sync/settle-result.ts'
import type { OpResult, PushAnswer, WireConflict, WireDocument } from '../../domain/sync/wire.ts'
import { closeScope, forgetPeople, reopenScope } from './close-scope.ts'
import type { CoopDatabase } from './database.ts'
import type { DeviceTools } from './device-tools.ts'
import { forgetDocuments } from './forget-documents.ts'
import type { SentOp } from './sent-log.ts'
import { cursorsOf, isOfOurHistory, noteContact } from './sync-context.ts'
import type { Sender } from './transport.ts'
import { WorkingSet, type DocumentName } from './working-set.ts'

/** Who sent what. */
export interface AskedPush {
  readonly sender: Sender
  readonly ops: readonly PendingOp[]
}

/**
 * Applies the answer to a push in one transaction: an op leaves the outbox only together with its decided result (I2).
 * False where the answer is of another history than the device's: then nothing is changed.
 */
export async function applyResults(
  db: CoopDatabase,
  { sender, ops: sent }: AskedPush,
  answer: PushAnswer,
  tools: DeviceTools,
): Promise<boolean> {
  return db.transaction('rw', db.tables, async () => {
    if (!(await isOfOurHistory(db, sender, answer.epoch))) return false
    await noteContact(db, answer.serverTime, tools)
    const names = [...sent, ...answer.results.flatMap(({ doc }) => doc ?? [])]
    const cursors = await cursorsOf(
      db,
      names.map(({ scope }) => scope),
    )
    const set = await WorkingSet.load(db, names)
    const granted = new Set(await db.cursor.toCollection().primaryKeys())
    const job = new Settling(set, (scope) => cursors.get(scope)?.generation ?? 0, answer.serverTime, tools)
    const byId = new Map(sent.map((op) => [op.opId, op]))
    for (const result of answer.results) {
      job.settle(byId.get(result.opId), result)
      // A document that this device neither has nor may have is left alone: the next pull says what is granted.
      const { doc } = result
      if (doc && (set.has(doc) || granted.has(doc.scope))) job.hear(doc)
    }
    const answered = new Set(answer.results.map(({ opId }) => opId))
    for (const op of sent) if (!answered.has(op.opId)) job.passOver(op)
    await set.flush()
    for (const doc of withheldIn(answer))
      if (set.has(doc) || granted.has(doc.scope)) await closeScope(db, doc.scope, tools.now())
    for (const scope of openScopesIn(answer, byId)) await reopenScope(db, scope)
    await write(db, job, Date.parse(answer.serverTime))
    const after = await cursorsOf(
      db,
      sent.map(({ scope }) => scope),
    )
    for (const { scope, closed } of after.values()) if (closed) await forgetPeople(db, scope)
    return true
  })
}

/** Documents told without their values: their scope was closed since the last pull. */
function withheldIn({ results }: PushAnswer): WireDocument[] {
  return results.flatMap(({ doc }) => (doc?.withheld ? [doc] : []))
}

/**
 * Scopes that took what says who people are, or told it: they were open when the server answered. Where one was closed
 * here until now, no copy of what it took is forgotten.
 */
function openScopesIn({ results }: PushAnswer, sent: ReadonlyMap<OpId, PendingOp>): Set<ScopeId> {
  const open = results.flatMap(({ opId, status, doc }) => {
    const op = sent.get(opId)
    const isTaken = op && op.kind !== 'erase' && identifiesPeople(op.collection) && takenNow.has(status)
    const isTold = doc && doc.state === 'live' && identifiesPeople(doc.collection) && !doc.withheld
    return [...(isTaken ? [op.scope] : []), ...(isTold ? [doc.scope] : [])]
  })
  return new Set(open)
}

const takenNow: ReadonlySet<OpResult['status']> = new Set(['applied', 'merged', 'conflict'])

/** The results of one answer, taken one by one over the documents that they are about. */
class Settling {
  readonly sent: SentOp[] = []
  readonly conflicts: { op: PendingOp; conflict: WireConflict }[] = []
  readonly forgotten: DocumentName[] = []
  readonly #set: WorkingSet
  readonly #generationOf: (scope: PendingOp['scope']) => number
  readonly #serverTime: string
  readonly #tools: DeviceTools

  constructor(
    set: WorkingSet,
    generationOf: (scope: PendingOp['scope']) => number,
    serverTime: string,
    tools: DeviceTools,
  ) {
    this.#set = set
    this.#generationOf = generationOf
    this.#serverTime = serverTime
    this.#tools = tools
  }

  settle(asked: PendingOp | undefined, result: OpResult): void {
    const op = asked && this.#queued(asked)
    // Decided meanwhile by the answer that another tab got.
    if (!op) return
    const settlement = settleResult(this.#set.get(op), op, result, {
      generation: this.#generationOf(op.scope),
      newOpId: () => this.#tools.newOpId(),
    })
    this.#set.set(settlement.document)
    if (settlement.sent)
      this.sent.push({ ...settlement.sent, ackedAt: Date.parse(result.at ?? this.#serverTime) })
    if (settlement.conflict) this.conflicts.push({ op, conflict: settlement.conflict })
    if (settlement.forget) this.forgotten.push(op)
  }

  /** The same rule as for a pulled document. */
  hear(told: WireDocument): void {
    const document = withServerDocument(this.#set.get(told), told, this.#generationOf(told.scope))
    if (document !== this.#set.get(told)) this.#set.set(document)
    if (told.state === 'erased') this.forgotten.push(told)
  }

  passOver(op: PendingOp): void {
    const queued = this.#queued(op)
    if (!queued) return
    const document = this.#set.get(op)
    const ops = document.ops.map((other) => (other.n === op.n ? hold(queued, 'unanswered') : other))
    this.#set.set({ ...document, ops })
  }

  #queued(op: PendingOp): PendingOp | undefined {
    return this.#set.get(op).ops.find(({ opId }) => opId === op.opId)
  }
}

async function write(db: CoopDatabase, job: Settling, at: number): Promise<void> {
  await db.sent.bulkPut(job.sent)
  await db.sent
    .where('ackedAt')
    .below(at - sentLogDays * 86_400_000)
    .delete()
  await db.conflict.bulkPut(
    job.conflicts.map(({ op, conflict }) => ({
      id: conflict.id,
      scope: op.scope,
      collection: op.collection,
      docId: op.id,
      opId: op.opId,
      kind: conflict.kind,
      lost: conflict.lost,
      at,
    })),
  )
  await forgetDocuments(db, job.forgotten)
}
