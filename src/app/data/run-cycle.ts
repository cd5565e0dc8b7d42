import { chooseBatch } from '../../domain/sync/choose-batch.ts'
import { maxOpsPerPush, maxPullPage, maxPushBytes } from '../../domain/sync/limits.ts'
import type { DigestMismatch, PullAnswer } from '../../domain/sync/wire.ts'
import { applyPull, applyRecent, type AskedPositions } from './apply-pull.ts'
import { mismatchesReported, unreportedMismatches } from './audit-scope.ts'
import { countQueue, type QueueCounts } from './count-queue.ts'
import type { CoopDatabase } from './database.ts'
import { deviceTools, type DeviceTools } from './device-tools.ts'
import { readMeta } from './meta.ts'
import { endBy, type CycleContext, type CycleOutcome, type StepEnd } from './cycle-step.ts'
import { phaseOf, setPhase } from './phase.ts'
import { pushAll } from './push-all.ts'
import { positionsAfter } from './positions-after.ts'
import { positionOf, type ScopeCursor } from './scope-cursor.ts'
import { readSender } from './sync-context.ts'
import type { Sender, Transport, TransportOutcome } from './transport.ts'
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
  if (await applyRecent(db, sender, outcome.answer, tools)) return undefined
  return endBy(context, sender, { ok: false, reason: 'epoch', epoch: outcome.answer.epoch })
}

/** Bytes of documents that one page may hold, about. */
const pageBytes = 1_000_000
/** Far more pages than any scope has: what would never end is left to the next cycle. */
const maxPages = 1000

/** A page that was asked for. */
interface AskedPage {
  readonly sender: Sender
  readonly asked: AskedPositions
  readonly queue: QueueCounts
  readonly mismatches: readonly DigestMismatch[]
  readonly outcome: Promise<TransportOutcome<PullAnswer>>
}

async function pullAll(context: CycleContext): Promise<CycleOutcome> {
  let page = await askPage(context)
  for (let pages = 0; pages < maxPages; pages += 1) {
    const step = await takePage(context, page)
    if ('kind' in step) return step
    page = step.next ?? (await askPage(context))
  }
  return { kind: 'done', more: true }
}

async function askPage(context: CycleContext): Promise<AskedPage> {
  const { db, tools } = context
  const sender = await readSender(db, tools)
  const [asked, queue, mismatches] = await Promise.all([
    readPositions(db),
    countQueue(db),
    unreportedMismatches(db),
  ])
  return request(context, { sender, asked, queue, mismatches })
}

function request({ transport, signal }: CycleContext, page: Omit<AskedPage, 'outcome'>): AskedPage {
  const { sender, asked, queue, mismatches } = page
  const scopes = Object.fromEntries([...asked].map(([scope, cursor]) => [scope, positionOf(cursor)]))
  const outcome = transport.pull(
    {
      ...sender,
      ...queue,
      limit: maxPullPage,
      maxBytes: pageBytes,
      scopes,
      ...(mismatches.length > 0 ? { mismatches: [...mismatches] } : {}),
    },
    signal,
  )
  return { ...page, outcome }
}

/** Applies a page while the one after it is on its way; without `next`, that is to be asked for from what is stored. */
async function takePage(
  context: CycleContext,
  page: AskedPage,
): Promise<CycleOutcome | { next: AskedPage | undefined }> {
  const { db, tools } = context
  const { sender, asked, mismatches } = page
  const outcome = await page.outcome
  if (!outcome.ok) return endBy(context, sender, outcome)
  const { answer } = outcome
  await mismatchesReported(db, mismatches)
  const next = askAhead(context, page, answer)
  if (!(await applyPull(db, { sender, positions: asked }, answer, tools))) {
    return endBy(context, sender, { ok: false, reason: 'epoch', epoch: answer.epoch })
  }
  if (answer.more || (await isRebuildWanted(db))) return { next }
  // Orphans that came back, or a document that the server asked for whole: there is something to send again.
  return { kind: 'done', more: await hasUntriedOps(db) }
}

/**
 * Asks for the page after one that is still to be applied, where it is plain where the cursors will stand: writing a
 * page takes as long as fetching one. Should they stand elsewhere after all, it is applied nowhere (I6).
 */
function askAhead(context: CycleContext, page: AskedPage, answer: PullAnswer): AskedPage | undefined {
  if (!answer.more || page.sender.epoch !== answer.epoch) return undefined
  const asked = positionsAfter(page.asked, answer)
  if (!asked) return undefined
  const next = request(context, { ...page, asked, mismatches: [] })
  // Where this page can't be written, nobody waits for the next one: it is left, however it ends.
  next.outcome.catch(() => undefined)
  return next
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
