import { createHash } from 'node:crypto'
import type { PendingOp } from '../../src/domain/sync/pending-op.ts'
import { canonical, hold } from './broken.ts'
import { isOver, naming } from './contracts.ts'
import type { Disk } from './disk.ts'
import type { ScopeTables } from './server-tables.ts'

/* The oracle of the devices: what a database holds, by itself, beside what it held before, and beside the server. */

/** What must hold of a device at every instant, whatever else happens. */
export function checkDisk(name: string, disk: Disk): void {
  const queued = new Map<string, PendingOp[]>()
  for (const op of disk.outbox) {
    const key = `${op.scope} ${op.id}`
    queued.set(key, [...(queued.get(key) ?? []), op])
  }
  for (const [key, ops] of queued) {
    const document = disk.documents.find(({ scope, id }) => `${scope} ${id}` === key)
    hold('I22', document !== undefined, () => `${name} holds an op of ${key} and not its document`)
    hold('I25', document?.pending === 1, () => `${name} doesn't show that ${key} waits`)
    const unsent = longestUnsent(ops)
    hold('I20', unsent <= 2, () => `${name} holds ${unsent} edits of ${key} that could be one`)
  }
  for (const { scope, id, pending } of disk.documents) {
    const waits = queued.has(`${scope} ${id}`)
    hold(
      'I25',
      (pending === 1) === waits,
      () => `${name} shows ${id} as ${waits ? 'sent' : 'waiting'}, and it isn't`,
    )
  }
  for (const op of [...disk.outbox, ...disk.orphans]) {
    const twice = disk.sent.some(({ opId }) => opId === op.opId)
    hold('I2', !twice, () => `${name} holds op ${op.opId} as waiting and as sent`)
  }
}

/** Edits that follow one another and were never sent; a document that is sent whole may stand before one. */
function longestUnsent(ops: readonly PendingOp[]): number {
  let [longest, current] = [0, 0]
  for (const { kind, frozen, rejected } of ops) {
    current = (kind === 'put' || kind === 'patch') && !frozen && !rejected ? current + 1 : 0
    longest = Math.max(longest, current)
  }
  return longest
}

/** I6: a cursor goes back only with a new reading, or a new history. */
export function checkCursors(name: string, before: Disk, now: Disk): void {
  if (before.meta['epoch'] !== now.meta['epoch']) return
  for (const cursor of now.cursors) {
    const was = before.cursors.find(({ scope }) => scope === cursor.scope)
    const isBack = was && cursor.since < was.since && cursor.generation <= was.generation
    hold(
      'I6',
      !isBack,
      () => `${name}: the cursor of ${cursor.scope} went back from ${was?.since} to ${cursor.since}`,
    )
  }
}

/** I2 and I22: an op leaves the queue with its decision only, or because its person or its scope took it away. */
export function checkQueue(
  name: string,
  before: Disk,
  now: Disk,
  { scopes, epoch }: { scopes: ReadonlyMap<string, ScopeTables>; epoch: string },
): void {
  const kept = new Set([...now.outbox, ...now.orphans, ...now.sent].map(({ opId }) => opId))
  for (const op of before.outbox) {
    if (kept.has(op.opId)) continue
    const document = now.documents.find(({ scope, id }) => scope === op.scope && id === op.id)
    if (document?.state === 'erased' || scopes.get(op.scope)?.erased.has(op.id)) continue
    // Of people in a closed scope no copy of what was sent is kept (sync.md 3.7).
    const isClosed = now.cursors.some(({ scope, closed }) => scope === op.scope && closed)
    if (isClosed && naming.has(op.collection) && scopes.get(op.scope)?.decisions.has(op.opId)) continue
    const heirs = now.outbox.filter(({ id, n }) => id === op.id && n >= op.n)
    // A field taken away is absent from the whole document that takes its op's place.
    const values = Object.keys(op.set).filter((field) => op.set[field] !== null)
    const isHeld = values.every((field) => heirs.some(({ set }) => Object.hasOwn(set, field)))
    // What was refused goes when its person corrects it, or when their delete is accepted.
    const isRefused = op.rejected !== undefined || scopes.get(op.scope)?.decisions.get(op.opId) === 'rejected'
    const isDeleted = now.sent.some(({ id, n, kind }) => id === op.id && n > op.n && kind === 'delete')
    hold('I2', isHeld || isRefused || isDeleted, () => `${name}: op ${op.opId} left the queue undecided`)
  }
  for (const op of now.sent) {
    if (!before.outbox.some(({ opId }) => opId === op.opId)) continue
    const decided = [...scopes.values()].some(({ decisions }) => decisions.has(op.opId))
    // A device that hasn't heard of a restore may still believe an answer from before it.
    const isElsewhere = before.meta['epoch'] !== epoch || now.meta['epoch'] !== epoch
    hold('I2', decided || isElsewhere, () => {
      return `${name}: op ${op.opId} counts as sent, and the server has decided nothing of it`
    })
  }
}

/** I5: below its cursor a device misses nothing. */
export function checkNothingSkipped(name: string, disk: Disk, tables: ScopeTables): void {
  const cursor = disk.cursors.find(({ scope }) => scope === tables.scope)
  if (!cursor || cursor.rebuild) return
  for (const { id, seq } of tables.documents.values()) {
    if (seq > cursor.since) continue
    const held = disk.documents.find((document) => document.scope === tables.scope && document.id === id)
    hold('I5', (held?.server?.seq ?? -1) >= seq, () => {
      return `${name} is at ${cursor.since} and has ${id} at ${held?.server?.seq}, which stands at ${seq}`
    })
  }
}

/** I7, I14, I18 and I21: at rest a device holds what the server has of its scopes, and nothing else. */
export function checkAtRest(name: string, disk: Disk, granted: readonly ScopeTables[], now: number): void {
  const allowed = new Set<string>(granted.map(({ scope }) => scope))
  for (const { id, scope } of [
    ...disk.documents,
    ...disk.cursors.map(({ scope }) => ({ id: 'a cursor', scope })),
  ]) {
    hold('I14', allowed.has(scope), () => `${name} holds ${id} of a scope that isn't granted`)
  }
  for (const op of disk.orphans) {
    hold('I15', !allowed.has(op.scope), () => `${name} keeps op ${op.opId} back, whose scope is granted`)
  }
  for (const tables of granted) {
    const isClosed = isOver(tables.contracts, now)
    checkScopeAtRest(name, disk, tables, isClosed)
    if (isClosed) checkNobodyNamed(name, disk, tables.scope)
  }
}

/** I14: of a closed scope nothing that the server has of people is left; what was typed and never sent is (I15). */
function checkNobodyNamed(name: string, disk: Disk, scope: string): void {
  const ofPeople = (one: { scope: string; collection: string }) =>
    one.scope === scope && naming.has(one.collection)
  for (const { id, pending, body, base } of disk.documents.filter(ofPeople)) {
    const told = pending === 1 ? base : body
    hold('I14', canonical(told ?? {}) === '{}', () => `${name} still names ${id} of the closed ${scope}`)
  }
  const copies = disk.sent.filter((op) => ofPeople(op) && op.kind !== 'erase')
  const isNamed = copies.length > 0 || disk.conflicts.some(ofPeople)
  hold('I14', !isNamed, () => `${name} keeps copies or versions of people of the closed ${scope}`)
}

function checkScopeAtRest(name: string, disk: Disk, tables: ScopeTables, isClosed: boolean): void {
  const { scope, documents, digest } = tables
  hold('I7', digest === digestOf(tables), () => `the server's digest of ${scope} isn't that of its documents`)
  const held = disk.documents.filter((document) => document.scope === scope)
  for (const document of documents.values()) {
    const local = held.find(({ id }) => id === document.id)
    const { rev, seq, state, body } = document
    const isSame = local?.server?.rev === rev && local.server.seq === seq && local.server.state === state
    hold(
      'I7',
      isSame,
      () => `${name} has ${document.id} at ${canonical(local?.server)}, the server at ${rev}/${seq}`,
    )
    // Whoever wishes to erase it and may not shows nothing of it.
    const isErasedHere = disk.outbox.some(({ id, kind }) => id === document.id && kind === 'erase')
    const shown = local?.pending === 1 ? local.base : local?.body
    if (isErasedHere) continue
    hold(
      'I18',
      state !== 'live' ||
        (isClosed && naming.has(document.collection)) ||
        canonical(shown) === canonical(body),
      () => `${name} shows ${document.id} otherwise`,
    )
    if (local?.pending === 0)
      hold('I21', local.state === state, () => `${name} shows ${document.id} as ${local.state}`)
  }
  for (const { id, server } of held) {
    hold('I21', !server || documents.has(id), () => `${name} holds ${id}, which the server has forgotten`)
  }
  const cursor = disk.cursors.find((candidate) => candidate.scope === scope)
  const { sum, rebuild, complete } = cursor ?? {}
  hold('I7', sum === digest && rebuild === null && complete === true, () => {
    return `${name} ends ${scope} with ${canonical({ sum, rebuild, complete })} beside ${digest}`
  })
}

/** The digest as it follows from the documents (sync.md 3.6). */
export function digestOf({ documents }: ScopeTables): string {
  const hashes = [...documents.values()].map(({ id, rev, state }) => {
    const hex = createHash('md5').update(`${id}|${rev}|${state}`).digest('hex')
    return BigInt(`0x${hex.slice(0, 15)}`)
  })
  return (hashes.reduce((sum, hash) => sum + hash, 0n) % (1n << 64n)).toString()
}

/** I27: of an erased document nothing is left but that it was. */
export function checkErased(name: string, disk: Disk, erased: ReadonlySet<string>): void {
  const left = [...disk.outbox, ...disk.sent, ...disk.orphans].filter(
    (op) => erased.has(op.id) && Object.keys(op.set).length > 0,
  )
  hold('I27', left.length === 0, () => `${name} keeps ops with values of erased documents`)
  for (const { id, body } of disk.documents) {
    hold('I27', !erased.has(id) || canonical(body) === '{}', () => `${name} shows values of the erased ${id}`)
  }
  const others =
    disk.conflicts.some(({ docId }) => erased.has(docId)) || disk.drafts.some(({ id }) => erased.has(id))
  hold('I27', !others, () => `${name} keeps conflicts or drafts of erased documents`)
}
