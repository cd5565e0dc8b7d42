import { chooseBatch } from '../../domain/sync/choose-batch.ts'
import { maxOpsPerPush, maxPullPage, maxPushBytes } from '../../domain/sync/limits.ts'
import { applyPull, applyRecent, type AskedPositions } from './apply-pull.ts'
import { mismatchesReported, unreportedMismatches } from './audit-scope.ts'
import type { CoopDatabase } from './database.ts'
import { deviceTools, type DeviceTools } from './device-tools.ts'
import { readMeta } from './meta.ts'
import { endBy, type CycleContext, type CycleOutcome, type StepEnd } from './cycle-step.ts'
import { phaseOf, setPhase } from './phase.ts'
import { pushAll } from './push-all.ts'
import { positionOf, type ScopeCursor } from './scope-cursor.ts'
import { readSender } from './sync-context.ts'
import type { Transport } from './transport.ts'
import { withdrawDevice } from './withdraw-device.ts'

export interface CycleDeps {
  db: CoopDatabase
  transport: Transport
  tools?: DeviceTools
  /** Ends the cycle: a watchdog, or the end of the page. */
  signal?: AbortSignal
}

/**
 * Sends what waits, then takes what changed, once (sync.md 3.7). Rejects only for the device's own storage. Two at the
 * same time on one device do no harm: a lock spares them the work, it guards nothing (I24).
 */
export async function runCycle({ db, transport, tools, signal }: CycleDeps): Promise<CycleOutcome> {
  const context: CycleContext = {
    db,
    transport,
    tools: tools ?? deviceTools,
    signal: signal ?? new AbortController().signal,
  }
  if ((await db.outbox.count()) > 0 || !(await readMeta(db, 'pulledOnce'))) await setPhase(db, 'syncing')
  const outcome = (await pushAll(context)) ?? (await bootstrap(context)) ?? (await pullAll(context))
  if (outcome.kind === 'stopped' && outcome.reason === 'revoked') await withdrawDevice(db)
  await setPhase(db, phaseOf(outcome))
  return outcome
}

/** The newest documents first, on a device that has none yet (sync.md 3.8). */
async function bootstrap(context: CycleContext): Promise<StepEnd> {
  const { db, transport, tools, signal } = context
  if ((await readMeta(db, 'pulledOnce')) || (await readMeta(db, 'bootstrapped'))) return undefined
  const sender = await readSender(db, tools)
  const outcome = await transport.recent(sender, signal)
  if (!outcome.ok) return endBy(context, sender, outcome)
  if (await applyRecent(db, outcome.answer, tools)) return undefined
  return endBy(context, sender, { ok: false, reason: 'epoch', epoch: outcome.answer.epoch })
}

/** Bytes of documents that one page may hold, about. */
const pageBytes = 1_000_000
/** Far more pages than any scope has: what would never end is left to the next cycle. */
const maxPages = 1000

async function pullAll(context: CycleContext): Promise<CycleOutcome> {
  for (let page = 0; page < maxPages; page += 1) {
    const end = await pullPage(context)
    if (end) return end
  }
  return { kind: 'done', more: true }
}

async function pullPage(context: CycleContext): Promise<StepEnd> {
  const { db, transport, tools, signal } = context
  const sender = await readSender(db, tools)
  const [asked, queued, mismatches] = await Promise.all([
    readPositions(db),
    db.outbox.count(),
    unreportedMismatches(db),
  ])
  const scopes = Object.fromEntries([...asked].map(([scope, cursor]) => [scope, positionOf(cursor)]))
  const outcome = await transport.pull(
    {
      ...sender,
      queued,
      limit: maxPullPage,
      maxBytes: pageBytes,
      scopes,
      ...(mismatches.length > 0 ? { mismatches } : {}),
    },
    signal,
  )
  if (!outcome.ok) return endBy(context, sender, outcome)
  const { answer } = outcome
  await mismatchesReported(db, mismatches)
  if (!(await applyPull(db, asked, answer, tools))) {
    return endBy(context, sender, { ok: false, reason: 'epoch', epoch: answer.epoch })
  }
  if (answer.more || (await isRebuildWanted(db))) return undefined
  // Orphans that came back, or a document that the server asked for whole: there is something to send again.
  return { kind: 'done', more: await hasUntriedOps(db) }
}

async function readPositions(db: CoopDatabase): Promise<AskedPositions> {
  return new Map<ScopeCursor['scope'], ScopeCursor>(
    (await db.cursor.toArray()).map((cursor) => [cursor.scope, cursor]),
  )
}

async function isRebuildWanted(db: CoopDatabase): Promise<boolean> {
  return (await db.cursor.toArray()).some((cursor) => cursor.rebuild?.phase === 'wanted')
}

/** Whatever a cycle tried and the server didn't decide is held: what is neither held nor refused was not tried. */
async function hasUntriedOps(db: CoopDatabase): Promise<boolean> {
  const queue = await db.outbox.orderBy('n').toArray()
  const { ops } = chooseBatch(queue, { maxOps: maxOpsPerPush, maxBytes: maxPushBytes, tried: new Set() })
  return ops.some((op) => !op.held)
}
